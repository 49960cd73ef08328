package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was heard of the sources of one kind.
 *
 * @param events that were used
 * @param longestSilence between two events of the 90 days up to the last one, to the minute; empty
 *     where there were too few of them to know a rhythm
 * @param hooks what webhooks brought of what they should have; empty where none ever came
 */
public record HeardSource(
    SourceKind source,
    long events,
    Instant first,
    Instant last,
    Optional<Duration> longestSilence,
    Optional<Hooks> hooks) {
  /** How many days {@link Hooks} looks back. */
  public static final int HOOK_DAYS = 28;

  /**
   * Changes of the last {@link #HOOK_DAYS} days of kinds that webhooks tell of.
   *
   * @param lost those that nobody would know of had the API not been asked
   */
  public record Hooks(long changes, long lost) {}

  /** How long nothing had come, at a moment after the last event. */
  public Duration silence(Instant asOf) {
    return Duration.between(last, asOf);
  }

  /** Whether it has never been silent for so long. */
  public boolean late(Instant asOf) {
    return longestSilence.filter(longest -> silence(asOf).compareTo(longest) > 0).isPresent();
  }
}
