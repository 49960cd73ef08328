package dev.svodka.kpi.diff;

import java.math.BigDecimal;
import java.util.Optional;

/** How one figure differs between two files. */
public sealed interface FigureChange {
  FigureKey key();

  /** The old file does not have it. */
  record Added(FigureKey key, Figure now) implements FigureChange {}

  /** The new file does not have it. */
  record Gone(FigureKey key, Figure before) implements FigureChange {}

  /** Both have it, with another value, or with the same on another base. */
  record Changed(FigureKey key, Figure before, Figure now) implements FigureChange {
    /** New − old; empty where either is not defined or their units are not one. */
    public Optional<BigDecimal> difference() {
      return before.unit().equals(now.unit())
          ? now.value().flatMap(n -> before.value().map(n::subtract))
          : Optional.empty();
    }
  }
}
