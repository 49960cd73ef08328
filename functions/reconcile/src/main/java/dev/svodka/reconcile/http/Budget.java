package dev.svodka.reconcile.http;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that a run has.
 *
 * @param end nothing is begun or waited for beyond it
 */
public record Budget(InstantSource clock, Pause pause, Instant end) {
  public Instant now() {
    return clock.instant();
  }

  /** Throws {@link OutOfTime} where the time is over. */
  public void check() {
    sleep(Duration.ZERO);
  }

  /** Waits, or throws {@link OutOfTime} at once where that would take too long. */
  public void sleep(Duration time) {
    if (!now().plus(time).isBefore(end)) {
      throw new OutOfTime();
    }
    if (time.isPositive()) {
      try {
        pause.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SvodkaException(ErrorCode.CRM_UNAVAILABLE, "interrupted while waiting", e);
      }
    }
  }
}
