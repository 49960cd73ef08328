package dev.svodka.dashboard;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as an HTTP API hands them on. */
final class Responses {
  private static final String NO_FRAMES = "; frame-ancestors 'none'";
  private static final String STRICT =
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:;"
          + " base-uri 'none'; form-action 'none'";

  /** A page's own policy, which knows the hash of its script; the report function writes it. */
  private static final Pattern POLICY =
      Pattern.compile(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"([ -~&&[^\"<>&]]{1,1000})\">");

  private static final int HEAD = 2_000;

  private final boolean secure;

  /**
   * @param secure whether the reader comes by TLS
   */
  Responses(boolean secure) {
    this.secure = secure;
  }

  /** The name of the cookie; the prefix keeps neighbours of the host from setting it. */
  String cookie() {
    return secure ? "__Host-svodka" : "svodka";
  }

  APIGatewayV2HTTPResponse of(Answer answer, boolean head) {
    return switch (answer) {
      case Answer.Welcome welcome -> {
        APIGatewayV2HTTPResponse response = text(303, "", Map.of("location", welcome.location()));
        response.setCookies(
            List.of(
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                    .formatted(
                        cookie(),
                        welcome.token(),
                        welcome.left().toSeconds(),
                        secure ? "; Secure" : "")));
        yield response;
      }
      case Answer.Shown shown -> shown(shown, head);
      case Answer.Unchanged(Answer.Shown shown) -> {
        // a browser puts the headers of a 304 over those that it kept: they have to be the file's
        APIGatewayV2HTTPResponse response = shown(shown, true);
        response.setStatusCode(304);
        yield response;
      }
      case Answer.Elsewhere elsewhere ->
          text(303, "", Map.of("location", elsewhere.location().toString()));
      case Answer.NotFound() -> text(404, head ? "" : "not found", Map.of());
      case Answer.Unavailable _ ->
          text(503, head ? "" : "try again in a minute", Map.of("retry-after", "60"));
    };
  }

  private APIGatewayV2HTTPResponse shown(Answer.Shown shown, boolean head) {
    boolean binary = shown.type().binary();
    String text = binary ? "" : new String(shown.content(), StandardCharsets.UTF_8);
    Map<String, String> headers = headers();
    headers.put("content-type", shown.type().contentType());
    headers.put("etag", shown.etag());
    headers.put(
        "content-security-policy",
        (shown.type() == FileType.HTML ? policy(text) : STRICT) + NO_FRAMES);
    if (shown.type().download()) {
      headers.put("content-disposition", "attachment; filename=\"" + shown.name() + '"');
    }
    String body = binary ? Base64.getEncoder().encodeToString(shown.content()) : text;
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(headers)
        .withBody(head ? "" : body)
        .withIsBase64Encoded(binary && !head)
        .build();
  }

  private static String policy(String page) {
    Matcher policy = POLICY.matcher(page.substring(0, Math.min(HEAD, page.length())));
    return policy.find() ? policy.group(1) : STRICT;
  }

  private APIGatewayV2HTTPResponse text(int status, String body, Map<String, String> more) {
    Map<String, String> headers = headers();
    headers.put("content-type", "text/plain; charset=utf-8");
    headers.put("content-security-policy", STRICT + NO_FRAMES);
    headers.putAll(more);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(false)
        .build();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("cache-control", "private, no-cache");
    headers.put("vary", "cookie");
    headers.put("referrer-policy", "no-referrer");
    headers.put("x-content-type-options", "nosniff");
    headers.put("x-frame-options", "DENY");
    headers.put("x-robots-tag", "noindex, nofollow");
    headers.put("cross-origin-resource-policy", "same-origin");
    if (secure) {
      headers.put("strict-transport-security", "max-age=31536000");
    }
    return headers;
  }
}
