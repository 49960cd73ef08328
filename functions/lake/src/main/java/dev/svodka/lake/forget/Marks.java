package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks of ids and names by which they are known again and cannot be read: HMAC-SHA-256 under a
 * random salt.
 *
 * @param salt hex digits; empty where nothing is marked
 */
record Marks(String salt) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  String mark(Whom whom, String told) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
      byte[] hash = mac.doFinal((whom.text() + '\n' + told.strip()).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "Marks[…]";
  }
}
