package dev.svodka.core.secret;

import java.util.Optional;

/** Where secrets are kept. */
public interface Secrets {

  /**
   * The secret behind a reference such as {@code ssm:/svodka/romashka/hook}; empty where there is
   * none.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code STORE_UNAVAILABLE} where it cannot be told
   */
  Optional<String> value(String reference);
}
