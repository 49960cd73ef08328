package dev.svodka.local.fake;

import dev.svodka.reconcile.http.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still but when somebody waits. */
public final class VirtualTime implements InstantSource, Pause {
  private volatile Instant now;

  public VirtualTime(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration time) {
    now = now.plus(time);
  }

  /** Lets time pass. */
  public void moveTo(Instant moment) {
    now = moment.isAfter(now) ? moment : now;
  }
}
