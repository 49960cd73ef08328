package dev.svodka.core.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links as signed texts: {@code <payload>.<HMAC-SHA-256 of it>}, both in base64url. The payload is
 * version, key id, account, person, scope, expiry in seconds and link id, a line each. The
 * signature is over the payload as it is written, and compared as it is written, so that a text
 * with any other character is another text.
 */
public final class Links {
  /** What may be a link at all; anything else is not looked at. */
  public static final Pattern TOKEN =
      Pattern.compile("([A-Za-z0-9_-]{40,1200})\\.([A-Za-z0-9_-]{43})");

  private static final String VERSION = "1";
  private static final int LINES = 7;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final KeySource source;

  public Links(KeySource source) {
    this.source = source;
  }

  /** The link as a text that opens what it says. */
  public String sign(Link link) {
    LinkKey key = source.keys().signing();
    String payload =
        encode(
            String.join(
                    "\n",
                    VERSION,
                    key.id(),
                    link.account(),
                    link.person(),
                    link.scope().text(),
                    Long.toString(link.expires().getEpochSecond()),
                    link.id())
                .getBytes(StandardCharsets.UTF_8));
    return payload + '.' + signature(key, payload);
  }

  /** The link behind a text that one of the keys in force has signed, expired or not. */
  public Optional<Link> verify(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    int dot = token.indexOf('.');
    String payload = token.substring(0, dot);
    List<String> lines = lines(payload);
    return lines.size() == LINES && lines.getFirst().equals(VERSION)
        ? source
            .keys()
            .find(lines.get(1))
            .filter(key -> same(signature(key, payload), token.substring(dot + 1)))
            .flatMap(key -> link(lines))
        : Optional.empty();
  }

  private static List<String> lines(String payload) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(payload);
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Of a payload that we have signed. */
  private static Optional<Link> link(List<String> lines) {
    return SECONDS.matcher(lines.get(5)).matches()
        ? Scope.parse(lines.get(4))
            .map(
                scope ->
                    new Link(
                        lines.get(2),
                        lines.get(3),
                        scope,
                        Instant.ofEpochSecond(Long.parseLong(lines.get(5))),
                        lines.get(6)))
        : Optional.empty();
  }

  private static String signature(LinkKey key, String payload) {
    return encode(key.sign(payload.getBytes(StandardCharsets.US_ASCII)));
  }

  private static boolean same(String right, String told) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), told.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
