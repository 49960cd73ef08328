package dev.svodka.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A token or password. It prints as «…», so that no log, error or record ever shows it. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Takes a secret; spaces and line ends around it are the editor's and not its own. */
  public static Secret of(String value) {
    return new Secret(requireNonNull(value, "value is null").strip());
  }

  /** The secret itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /**
   * Whether both are the same and not empty, in a time that tells neither how much of them agrees
   * nor how long they are.
   */
  public boolean same(Secret other) {
    return !value.isEmpty() && MessageDigest.isEqual(hash(value), hash(other.value));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "«…»";
  }
}
