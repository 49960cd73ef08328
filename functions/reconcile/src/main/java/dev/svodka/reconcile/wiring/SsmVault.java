package dev.svodka.reconcile.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.reconcile.Vault;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tokens in Parameter Store; nothing is remembered, for another function may have put a new one.
 */
public final class SsmVault implements Vault {
  private static final String SCHEME = "ssm:";

  private final JsonService ssm;

  public SsmVault(JsonService ssm) {
    this.ssm = ssm;
  }

  @Override
  public Optional<Secret> read(String reference) {
    JsonService.Reply reply =
        call("AmazonSSM.GetParameter", Map.of("Name", name(reference), "WithDecryption", true));
    try {
      if (reply.ok()) {
        return reply.text("Value").map(Secret::of);
      }
      if (reply.text("__type").filter(type -> type.endsWith("ParameterNotFound")).isPresent()) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw unavailable(e.getClass().getSimpleName());
    }
    throw unavailable(reason(reply));
  }

  @Override
  public void replace(String reference, Secret secret) {
    JsonService.Reply reply =
        call(
            "AmazonSSM.PutParameter",
            Map.of(
                "Name",
                name(reference),
                "Value",
                secret.reveal(),
                "Type",
                "SecureString",
                "Overwrite",
                true));
    if (!reply.ok()) {
      throw unavailable(reason(reply));
    }
  }

  private JsonService.Reply call(String target, Map<String, Object> request) {
    try {
      return ssm.call(target, "1.1", request);
    } catch (IOException | SdkException e) {
      throw unavailable(e.getClass().getSimpleName());
    }
  }

  /** The name of the error, such as AccessDeniedException; its message could quote the call. */
  private static String reason(JsonService.Reply reply) {
    try {
      return reply
          .text("__type")
          .map(type -> type.replaceFirst(".*#", ""))
          .filter(type -> type.matches("\\w{1,80}"))
          .orElse("status " + reply.status());
    } catch (IOException e) {
      return "status " + reply.status();
    }
  }

  private static String name(String reference) {
    if (!reference.startsWith(SCHEME)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, reference + ": in AWS a token is kept at ssm:/…");
    }
    return reference.substring(SCHEME.length());
  }

  private static SvodkaException unavailable(String reason) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE, "Parameter Store does not answer: " + reason);
  }
}
