package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.diff.FigureKey;
import dev.svodka.kpi.diff.Restatement;
import dev.svodka.report.quality.Quality.Restated;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which figures of a page are told otherwise than they were published. */
final class RestatedMarks {
  private final Map<FigureKey, Restatement> figures = new HashMap<>();

  RestatedMarks(Restated restated) {
    restated.figures().forEach(figure -> figures.put(figure.key(), figure));
  }

  /** What is said beside a figure of a scene; nothing where it is told as it was. */
  Optional<String> of(Scene scene, KpiRow row) {
    return find(scene, row)
        .map(
            figure ->
                figure
                    .before()
                    .map(
                        before ->
                            scene.texts().get("restated.was", new Measure(scene).full(row, before)))
                    .orElseGet(() -> scene.texts().get("restated.was-none")));
  }

  /** A chapter of one currency has its figures as if they were of none. */
  private Optional<Restatement> find(Scene scene, KpiRow row) {
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(figures.get(FigureKey.of(row)))
        .or(
            () -> {
              SortedMap<String, Optional<String>> group = new TreeMap<>(row.group());
              group.put("currency", scene.currency());
              return Optional.ofNullable(figures.get(FigureKey.of(row.withGroup(group))));
            });
  }
}
