package dev.svodka.core.link;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs links. */
public final class LinkKey {
  static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
  private static final int ID_BYTES = 4;
  private static final int SECRET_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final String id;
  private final byte[] secret;

  /**
   * A key that is there.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where it is shorter than 32 bytes
   */
  public LinkKey(String id, byte[] secret) {
    if (!ID.matcher(id).matches() || secret.length < SECRET_BYTES) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          "A key of links is 8 hex digits that name it and a secret of 32 bytes or more");
    }
    this.id = id;
    this.secret = secret.clone();
  }

  public static LinkKey make(SecureRandom random) {
    byte[] name = new byte[ID_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(name);
    random.nextBytes(secret);
    return new LinkKey(HexFormat.of().formatHex(name), secret);
  }

  public String id() {
    return id;
  }

  byte[] secret() {
    return secret.clone();
  }

  byte[] sign(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Never tells the secret. */
  @Override
  public String toString() {
    return "LinkKey[" + id + ']';
  }
}
