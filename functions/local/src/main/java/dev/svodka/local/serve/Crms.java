package dev.svodka.local.serve;

import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.Hosts;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * How the service asks the CRMs.
 *
 * @param vault of their tokens; left out: the data folder's secrets
 * @param every how often it asks
 */
public record Crms(
    Hosts hosts, Optional<Vault> vault, Transport transport, Pause pause, Duration every) {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final Duration HOURLY = Duration.ofHours(1);

  /** At their own hosts, every hour, as a deployed stack does. */
  public static Crms real() {
    return new Crms(
        new PublicHosts(), Optional.empty(), new Transport(TIME_OUT), Pause.REAL, HOURLY);
  }
}
