package dev.svodka.local.serve.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a store cannot be used, and what to do, in words.
 *
 * @param what the store, by its kind and name
 * @param at whose it is; empty is AWS itself
 * @param variable which says so
 */
record Refusal(String what, Optional<URI> at, String variable) {
  private static final int NOT_FOUND = 404;
  private static final int MOVED = 301;
  private static final Set<Integer> FORBIDDEN = Set.of(401, 403);
  private static final Set<String> UNKNOWN_KEYS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "InvalidClientTokenId",
          "IncompleteSignature",
          "ExpiredToken",
          "ExpiredTokenException");
  private static final Set<String> OTHER_REGION =
      Set.of(
          "AuthorizationHeaderMalformed",
          "PermanentRedirect",
          "IllegalLocationConstraintException");

  /**
   * The failure as a person is told of it.
   *
   * @param absent what to do where it is not there
   * @param rights what the service has to be allowed
   */
  SvodkaException because(SdkException e, String absent, String rights) {
    if (!(e instanceof AwsServiceException answer)) {
      return withoutAnswer(e);
    }
    String code =
        answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
            ? ""
            : answer.awsErrorDetails().errorCode();
    if (answer.statusCode() == NOT_FOUND) {
      return told(ErrorCode.NOT_FOUND, "is not there; " + absent, e);
    }
    if (UNKNOWN_KEYS.contains(code)) {
      return told(
          ErrorCode.NOT_AUTHENTICATED,
          "these keys are not known there (%s); set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
              .formatted(code),
          e);
    }
    if (answer.statusCode() == MOVED || OTHER_REGION.contains(code)) {
      return told(ErrorCode.CALL_INVALID, "is in another region; set AWS_REGION", e);
    }
    if (FORBIDDEN.contains(answer.statusCode()) || code.startsWith("AccessDenied")) {
      return told(
          ErrorCode.NOT_AUTHENTICATED, "these keys may not use it; allow them " + rights, e);
    }
    return told(
        ErrorCode.STORE_UNAVAILABLE, "answers %d %s".formatted(answer.statusCode(), code), e);
  }

  private SvodkaException withoutAnswer(SdkException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("load region")) {
      return told(
          ErrorCode.CALL_INVALID,
          "no region is named; set AWS_REGION, which many S3-compatible services do not look at",
          e);
    }
    if (message.contains("load credentials")) {
      return told(
          ErrorCode.NOT_AUTHENTICATED,
          "there are no keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
          e);
    }
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return told(
        ErrorCode.STORE_UNAVAILABLE,
        "does not answer (%s); is the service up, and is %s right?"
            .formatted(deepest.getMessage(), variable),
        e);
  }

  private SvodkaException told(ErrorCode code, String text, SdkException cause) {
    return new SvodkaException(
        code, "%s at %s: %s".formatted(what, at.map(URI::toString).orElse("AWS"), text), cause);
  }
}
