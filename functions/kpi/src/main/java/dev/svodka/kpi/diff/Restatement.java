package dev.svodka.kpi.diff;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a period that was over which a later run tells otherwise.
 *
 * @param unit as {@code kpis.json} has it
 * @param before what was published; empty where the figure was not defined
 * @param now what is published since
 * @param found as-of of the run that told otherwise, exclusive
 * @param causes all that may be
 */
public record Restatement(
    FigureKey key,
    String unit,
    Optional<BigDecimal> before,
    Optional<BigDecimal> now,
    Instant found,
    List<Cause> causes) {
  public Restatement {
    before = before.map(BigDecimal::stripTrailingZeros);
    now = now.map(BigDecimal::stripTrailingZeros);
    causes = List.copyOf(causes);
  }

  /** The same figure restated again: from what was published first. */
  Restatement after(Restatement earlier) {
    return new Restatement(key, unit, earlier.before, now, found, causes);
  }

  boolean changesNothing() {
    return before.equals(now);
  }
}
