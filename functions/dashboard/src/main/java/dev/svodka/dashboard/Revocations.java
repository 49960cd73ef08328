package dev.svodka.dashboard;

/** The links that open nothing any more, although they are signed and not expired. */
public interface Revocations {

  /**
   * Whether the link is revoked; asked at each opening, so that it holds at once.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code STORE_UNAVAILABLE} where it cannot be told
   */
  boolean revoked(String account, String linkId);

  /** Revokes a link; once more is no error. */
  void revoke(String account, String linkId);
}
