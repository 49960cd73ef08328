package dev.svodka.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of many differ from all the others together: two-proportion z-tests, corrected by Holm so
 * that among forty owners two do not stand out by chance.
 */
public final class Standouts {
  private static final double ALPHA = 0.05;

  private record Test(String name, double p, Verdict verdict) {}

  private Standouts() {}

  /** Name ▶ verdict, of those alone who differ. */
  public static Map<String, Verdict> among(Map<String, Rate> rates) {
    long numerator = rates.values().stream().mapToLong(Rate::numerator).sum();
    long denominator = rates.values().stream().mapToLong(Rate::denominator).sum();
    List<Test> tests = new ArrayList<>();
    rates.forEach(
        (name, rate) -> {
          long others = denominator - rate.denominator();
          if (others > 0) {
            tests.add(test(name, rate, new Rate(numerator - rate.numerator(), others)));
          }
        });
    tests.sort(Comparator.comparingDouble(Test::p));
    Map<String, Verdict> found = new LinkedHashMap<>();
    for (int i = 0; i < tests.size() && tests.get(i).p() <= ALPHA / (tests.size() - i); i++) {
      found.put(tests.get(i).name(), tests.get(i).verdict());
    }
    return found;
  }

  private static Test test(String name, Rate own, Rate rest) {
    double all = own.denominator() + (double) rest.denominator();
    double pooled = (own.numerator() + rest.numerator()) / all;
    double error =
        Math.sqrt(pooled * (1 - pooled) * (1.0 / own.denominator() + 1.0 / rest.denominator()));
    double difference = own.value() - rest.value();
    double p = error == 0 ? 1 : twoSided(Math.abs(difference) / error);
    return new Test(name, p, difference > 0 ? Verdict.HIGHER : Verdict.LOWER);
  }

  /** 2·(1 − Φ(z)) by Abramowitz and Stegun 7.1.26, off by less than 1.5e-7. */
  static double twoSided(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return polynomial * Math.exp(-x * x);
  }
}
