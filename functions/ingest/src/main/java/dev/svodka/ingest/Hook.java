package dev.svodka.ingest;

import static java.util.Objects.requireNonNull;

/**
 * The address that a delivery came to, not yet believed.
 *
 * @param source id of the source in the business file
 */
public record Hook(String account, String source, String secret) {
  public Hook {
    requireNonNull(account, "account is null");
    requireNonNull(source, "source is null");
    requireNonNull(secret, "secret is null");
  }

  /** Never tells the secret. */
  @Override
  public String toString() {
    return "Hook[" + account + '/' + source + ']';
  }
}
