package dev.svodka.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The script of every page, which sorts and filters tables and says when a page has grown old. Its
 * hash is the only one that the page's policy lets run.
 */
public final class Script {
  /** As it stands between the tags. */
  static final String TEXT = Style.text("/page/page.js");

  /** For {@code script-src} of a Content-Security-Policy, with its quotes. */
  public static final String SOURCE = "'sha256-" + sha256(TEXT) + "'";

  private Script() {}

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
