package dev.svodka.core.link;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secrets;

/** Where the keys of links are kept. */
public interface KeySource {

  /**
   * The keys in force.
   *
   * @throws SvodkaException {@link ErrorCode#STORE_UNAVAILABLE} where they cannot be told
   */
  LinkKeys keys();

  /** Keys kept as a secret, in Parameter Store or elsewhere. */
  static KeySource of(Secrets secrets, String reference) {
    return () ->
        secrets
            .value(reference)
            .map(LinkKeys::parse)
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.STORE_UNAVAILABLE,
                        reference + ": there are no keys of links; make them with `account link`"));
  }
}
