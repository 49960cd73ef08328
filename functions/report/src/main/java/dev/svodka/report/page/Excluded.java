package dev.svodka.report.page;

import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.text.Outside;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a win rate leaves out ({@code failure-excludes}), so that won and lost add up to its base.
 *
 * @param count failures of the period that are not in the base
 * @param reasons the values that the business file excludes
 */
record Excluded(long count, String reasons) {
  private static final String WIN_RATE = "win_rate";

  static Optional<Excluded> of(Scene scene, String kpi, Rate rate) {
    if (!kpi.equals(WIN_RATE)) {
      return Optional.empty();
    }
    long closed = closed(scene, "succeeded") + closed(scene, "failed");
    String reasons =
        scene.process().failureExcludes().values().stream()
            .flatMap(Collection::stream)
            .map(Outside::clean)
            .collect(Collectors.joining(", "));
    return Optional.of(new Excluded(closed - rate.denominator(), reasons))
        .filter(excluded -> excluded.count() > 0);
  }

  private static long closed(Scene scene, String kpi) {
    return scene.figures().count(kpi, Figures.NONE, scene.reported().label()).orElse(0L);
  }
}
