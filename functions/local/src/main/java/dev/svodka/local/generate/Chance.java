package dev.svodka.local.generate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The dice of one story: the same seed and number throw the same dice, wherever the story stands.
 */
final class Chance {
  private static final long STRIDE = 0x2545f4914f6cdd1dL;

  private final SplittableRandom random;

  Chance(long seed, long story) {
    // Stories that are one gamma apart would throw one sequence, shifted: each is mixed by a first
    // draw.
    random = new SplittableRandom(new SplittableRandom(seed + story * STRIDE).nextLong());
  }

  boolean of(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** A log-normal time: half of them shorter than the median, a few much longer. */
  Duration around(Duration median, double spread) {
    double factor = Math.exp(spread * random.nextGaussian());
    return Duration.ofSeconds(Math.max(60, Math.round(median.toSeconds() * factor)));
  }
}
