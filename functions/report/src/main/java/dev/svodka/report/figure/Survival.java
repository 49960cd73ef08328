package dev.svodka.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many are still waiting after so long: the product-limit estimate over what ended and what is
 * still running, in whole minutes as {@code km_median} has it (E. L. Kaplan, P. Meier, J. Am. Stat.
 * Assoc. 53 (1958) 457).
 */
public record Survival(List<Step> steps) {
  private static final double HALF = 0.500000001;
  private static final double MINUTE = 60;

  /** Hours are told with six decimals: a whole minute may stand just below itself. */
  private static final double SLACK = 1e-4;

  public Survival {
    steps = List.copyOf(steps);
  }

  /**
   * What is known at one moment.
   *
   * @param hours since the beginning
   * @param alive the share that still waits after it, 0..1
   * @param censored how many left the sight here without an end
   */
  public record Step(double hours, double alive, long censored) {}

  /** From durations in hours: those that ended, and those that run on or were dropped. */
  public static Survival of(List<Double> ended, List<Double> censored) {
    SortedMap<Long, long[]> minutes = new TreeMap<>();
    ended.forEach(hours -> minutes.computeIfAbsent(minute(hours), m -> new long[2])[0]++);
    censored.forEach(hours -> minutes.computeIfAbsent(minute(hours), m -> new long[2])[1]++);
    long atRisk = (long) ended.size() + censored.size();
    double alive = 1;
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<Long, long[]> entry : minutes.entrySet()) {
      long[] gone = entry.getValue();
      alive *= 1 - (double) gone[0] / atRisk;
      steps.add(new Step(entry.getKey() / MINUTE, alive, gone[1]));
      atRisk -= gone[0] + gone[1];
    }
    return new Survival(steps);
  }

  /** The first moment, in hours, after which half of them wait no more; empty where more do. */
  public Optional<Double> median() {
    return steps.stream().filter(step -> step.alive() <= HALF).map(Step::hours).findFirst();
  }

  /** The share that still waits after so many hours. */
  public double alive(double hours) {
    return steps.stream()
        .takeWhile(step -> step.hours() <= hours)
        .reduce((a, b) -> b)
        .map(Step::alive)
        .orElse(1.0);
  }

  private static long minute(double hours) {
    return (long) Math.floor(hours * MINUTE + SLACK);
  }
}
