package dev.svodka.ingest;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.events.EventStore.Outcome;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.lake.telemetry.Metrics.Figure;
import dev.svodka.source.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one delivery.
 *
 * @param lag from the newest of its events to now; empty where it has none
 */
record Delivered(
    long stored,
    long duplicates,
    long parked,
    long ignored,
    long quarantined,
    Optional<Duration> lag) {

  static final Delivered QUARANTINED = new Delivered(0, 0, 0, 0, 1, Optional.empty());

  /**
   * @param outcomes of the events; empty where they are parked
   */
  static Delivered of(Parsed.Events parsed, List<Outcome> outcomes, Instant now) {
    long duplicates = outcomes.stream().filter(Outcome.DUPLICATE::equals).count();
    return new Delivered(
        outcomes.size() - duplicates,
        duplicates,
        parsed.events().size() - outcomes.size(),
        parsed.ignored().size(),
        parsed.rejected().size(),
        parsed.events().stream()
            .map(ChangeEvent::occurredAt)
            .max(Comparator.naturalOrder())
            .map(newest -> Duration.between(newest, now)));
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Metrics.count("Events", stored));
    figures.add(Metrics.count("Duplicates", duplicates));
    figures.add(Metrics.count("Parked", parked));
    figures.add(Metrics.count("Ignored", ignored));
    figures.add(Metrics.count("Quarantined", quarantined));
    lag.ifPresent(told -> figures.add(Metrics.millis("LagMillis", Math.max(0, told.toMillis()))));
    return figures;
  }
}
