package dev.svodka.local.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time at which the deliveries under way came in: the sample's weeks go by in seconds, each
 * event is stored on its own day, and the figures are the same whenever the demo is run.
 */
final class ReplayClock extends Clock {
  private volatile Instant now = Instant.EPOCH;

  void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
