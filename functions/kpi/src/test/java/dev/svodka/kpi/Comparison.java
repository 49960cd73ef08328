package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects which figures agree with known ones, and prints how many. */
final class Comparison {
  private static final double TOLERANCE = 1e-6;

  private final String name;
  private final List<String> differ = new ArrayList<>();
  private final List<String> outside = new ArrayList<>();
  private int compared;

  Comparison(String name) {
    this.name = name;
  }

  void same(String what, JsonNode known, Optional<Double> ours) {
    if (known.isNull()) {
      compared++;
      ours.ifPresent(value -> differ.add(what + ": known null, ours " + value));
      return;
    }
    same(what, known.asDouble(), ours);
  }

  void same(String what, double known, Optional<Double> ours) {
    compared++;
    if (ours.isEmpty() || Math.abs(ours.get() - known) > TOLERANCE * Math.max(1, Math.abs(known))) {
      differ.add(what + ": known " + known + ", ours " + ours);
    }
  }

  /** A figure of the reference that no KPI of ours stands for, and why. */
  void outside(String what, String why) {
    outside.add(what + ": " + why);
  }

  void report() {
    System.out.printf(
        "%s: %d figures compared, %d agree%n", name, compared, compared - differ.size());
    outside.forEach(line -> System.out.printf("%s: outside the vocabulary: %s%n", name, line));
    assertThat(differ).as("of %d figures", compared).isEmpty();
  }
}
