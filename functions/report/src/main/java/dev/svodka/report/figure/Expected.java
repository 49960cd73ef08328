package dev.svodka.report.figure;

/**
 * A count against the number that was to be expected: a change where that lies outside the count's
 * exact 95 % Poisson interval (F. Garwood, Biometrika 28 (1936) 437).
 */
public final class Expected {
  private static final double ALPHA = 0.05;
  private static final double EXACT = 1_000;

  private Expected() {}

  /**
   * Whether there is more or less than expected by more than chance explains.
   *
   * @param expected 0 or more
   */
  public static Verdict compare(long count, double expected) {
    boolean more = count > expected;
    double tail = more ? 1 - atMost(count - 1, expected) : atMost(count, expected);
    if (2 * tail > ALPHA) {
      return Verdict.CHANCE;
    }
    return more ? Verdict.HIGHER : Verdict.LOWER;
  }

  /** P(X ≤ k) of a Poisson X; above 1,000 by the normal law with continuity correction. */
  private static double atMost(long k, double mean) {
    if (k < 0) {
      return 0;
    }
    if (mean > EXACT) {
      double z = (k + 0.5 - mean) / Math.sqrt(mean);
      double tail = Standouts.twoSided(Math.abs(z)) / 2;
      return z < 0 ? tail : 1 - tail;
    }
    double log = -mean;
    double sum = Math.exp(log);
    for (long i = 1; i <= k && i <= 20 * EXACT; i++) {
      log += Math.log(mean / i);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }
}
