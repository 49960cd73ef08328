package dev.svodka.report.figure;

/**
 * How often something happened in so many days.
 *
 * <p>Two of them are compared by the exact conditional test of two Poisson counts: given their sum,
 * the one is binomial with its share of the days (J. Przyborowski, H. Wilenski, Biometrika 31
 * (1940) 313). Two-sided it is twice the smaller tail at 5 % (M. P. Fay, The R Journal 2 (2010)
 * 53); above 1,000 together the normal approximation with continuity correction takes its place.
 * Events that come in bunches vary more than Poisson's, so that a small change is called one too
 * easily.
 */
public record Tally(long count, int days) {
  private static final double ALPHA = 0.05;
  private static final long EXACT = 1_000;

  public Tally {
    if (count < 0 || days <= 0) {
      throw new IllegalArgumentException("no count: " + count + " in " + days + " days");
    }
  }

  /** Whether this is more or fewer a day than before, by more than chance explains. */
  public Verdict against(Tally before) {
    if (pValue(before) > ALPHA) {
      return Verdict.CHANCE;
    }
    return count > expected(before) ? Verdict.HIGHER : Verdict.LOWER;
  }

  /** How likely chance alone gives a difference like this or greater, 0..1. */
  double pValue(Tally before) {
    long all = count + before.count;
    double share = share(before);
    double tail =
        count > expected(before) ? atMost(before.count, all, 1 - share) : atMost(count, all, share);
    return Math.min(1, 2 * tail);
  }

  private double share(Tally before) {
    return (double) days / (days + before.days);
  }

  private double expected(Tally before) {
    return (count + before.count) * share(before);
  }

  /** P(X ≤ k) of a binomial X whose mean is not below k. */
  private static double atMost(long k, long n, double p) {
    if (n > EXACT) {
      double z = (n * p - k - 0.5) / Math.sqrt(n * p * (1 - p));
      return z <= 0 ? 1 : Standouts.twoSided(z) / 2;
    }
    double log = n * Math.log1p(-p);
    double sum = Math.exp(log);
    for (long i = 0; i < k; i++) {
      log += Math.log((n - i) / (i + 1.0) * p / (1 - p));
      sum += Math.exp(log);
    }
    return sum;
  }
}
