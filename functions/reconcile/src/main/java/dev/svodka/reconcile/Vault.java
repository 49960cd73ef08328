package dev.svodka.reconcile;

import dev.svodka.core.secret.Secret;
import java.util.Optional;

/**
 * Where tokens are kept, by the references of business files such as {@code
 * ssm:/svodka/romashka/amo-token}.
 */
public interface Vault {
  /**
   * The secret; empty where there is none.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code STORE_UNAVAILABLE} where it cannot be told
   */
  Optional<Secret> read(String reference);

  /**
   * Puts a new one in its place: refresh tokens are good for one use.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code CALL_INVALID} where secrets of this form
   *     cannot be replaced
   */
  void replace(String reference, Secret secret);
}
