package dev.svodka.kpi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as {@code kpis.json} has them. */
final class Numbers {
  private static final MathContext SIGNIFICANT = new MathContext(9, RoundingMode.HALF_EVEN);
  private static final double Z = 1.959964;

  private Numbers() {}

  /** Counts whole, money with 2 decimals, all else HALF_EVEN to 9 significant digits. */
  static Optional<BigDecimal> of(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case BigInteger whole -> Optional.of(new BigDecimal(whole));
      case BigDecimal money -> Optional.of(money.setScale(2, RoundingMode.HALF_EVEN));
      case Double real -> Optional.of(significant(real));
      case Float real -> Optional.of(significant(real.doubleValue()));
      case Number whole -> Optional.of(BigDecimal.valueOf(whole.longValue()));
      default -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  static BigDecimal significant(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(SIGNIFICANT).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** A 95 % Wilson interval. */
  record Wilson(BigDecimal low, BigDecimal high) {}

  /** (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.959964; empty for n = 0. */
  static Optional<Wilson> wilson(long hits, long n) {
    if (n <= 0) {
      return Optional.empty();
    }
    double p = (double) hits / n;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * n);
    double margin = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    double scale = 1 + z2 / n;
    return Optional.of(
        new Wilson(
            significant(Math.max(0, (centre - margin) / scale)),
            significant(Math.min(1, (centre + margin) / scale))));
  }
}
