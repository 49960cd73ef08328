package dev.svodka.kpi.diff;

import dev.svodka.kpi.KpiRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a file says of one figure.
 *
 * @param value empty where the figure is not defined
 * @param partial its period was not over at as-of
 */
public record Figure(
    String unit,
    Optional<BigDecimal> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<BigDecimal> n,
    boolean partial) {
  public Figure {
    value = value.map(BigDecimal::stripTrailingZeros);
    numerator = numerator.map(BigDecimal::stripTrailingZeros);
    denominator = denominator.map(BigDecimal::stripTrailingZeros);
    n = n.map(BigDecimal::stripTrailingZeros);
  }

  static Figure of(KpiRow row) {
    return new Figure(
        row.unit(),
        row.value(),
        row.numerator(),
        row.denominator(),
        row.n().map(BigDecimal::valueOf),
        row.partial());
  }

  /** The same value on the same base; that a period has ended meanwhile is no change. */
  boolean saysTheSame(Figure other) {
    return equals(
        new Figure(other.unit, other.value, other.numerator, other.denominator, other.n, partial));
  }
}
