package dev.svodka.core.link;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys in force, kept as a text of one line a key: its id, a space, the secret in base64url.
 *
 * @param keys the first signs; the second, the one before it, is still believed
 */
public record LinkKeys(List<LinkKey> keys) {
  private static final int MOST = 2;

  public LinkKeys {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > MOST) {
      throw wrong();
    }
  }

  /**
   * Reads them.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where they are none; it tells no line
   */
  public static LinkKeys parse(String text) {
    return new LinkKeys(text.lines().filter(line -> !line.isBlank()).map(LinkKeys::key).toList());
  }

  public String text() {
    return keys.stream()
        .map(
            key ->
                "%s %s\n"
                    .formatted(
                        key.id(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret())))
        .collect(Collectors.joining());
  }

  /** A new key signs, the one that did is still believed, and the one before that no longer. */
  public LinkKeys rotated(SecureRandom random) {
    return new LinkKeys(Stream.of(LinkKey.make(random), keys.getFirst()).toList());
  }

  LinkKey signing() {
    return keys.getFirst();
  }

  Optional<LinkKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private static LinkKey key(String line) {
    String[] parts = line.strip().split(" ", -1);
    if (parts.length != 2) {
      throw wrong();
    }
    try {
      return new LinkKey(parts[0], Base64.getUrlDecoder().decode(parts[1]));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static SvodkaException wrong() {
    return new SvodkaException(
        ErrorCode.INPUT_INVALID,
        "The keys of links are one line or two: 8 hex digits, a space, a secret in base64url");
  }
}
