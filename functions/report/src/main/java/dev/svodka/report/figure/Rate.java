package dev.svodka.report.figure;

/**
 * A share with its base and its 95 % Wilson interval.
 *
 * <p>Formulas: E. B. Wilson 1927; R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
 */
public record Rate(long numerator, long denominator) {
  private static final double Z = 1.959963984540054;

  public Rate {
    if (denominator <= 0 || numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException("no share: " + numerator + " of " + denominator);
    }
  }

  public double value() {
    return (double) numerator / denominator;
  }

  public double low() {
    return Math.max(0, centre() - margin());
  }

  public double high() {
    return Math.min(1, centre() + margin());
  }

  /** Whether this rate differs from an earlier one by more than chance explains. */
  public Verdict against(Rate before) {
    double difference = value() - before.value();
    double low = difference - Math.hypot(value() - low(), before.high() - before.value());
    double high = difference + Math.hypot(high() - value(), before.value() - before.low());
    if (low > 0) {
      return Verdict.HIGHER;
    }
    return high < 0 ? Verdict.LOWER : Verdict.CHANCE;
  }

  private double centre() {
    return (value() + Z * Z / (2 * denominator)) / (1 + Z * Z / denominator);
  }

  private double margin() {
    double p = value();
    double n = denominator;
    return Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
  }
}
