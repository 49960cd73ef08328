package dev.svodka.kpi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real and public data sets; where they are not there the tests on them are skipped visibly. */
final class RealData {
  static final List<String> STATISTICS = List.of("n", "min", "median", "p90", "p95", "max", "mean");

  private RealData() {}

  static Path folder(String name) {
    Optional<Path> data = Company.sharedData(name);
    assumeTrue(data.isPresent(), "shared/data/" + name + " is not here");
    return data.orElseThrow();
  }

  static JsonNode reference(Path data) throws IOException {
    return JsonMapper.builder().build().readTree(data.resolve("reference.json").toFile());
  }

  /** The end of a day in UTC. */
  static Instant endOf(String day) {
    return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Events, entries and items of every activity. */
  static void activities(Comparison compared, Figures figures, JsonNode events, JsonNode items) {
    for (Map.Entry<String, JsonNode> activity : events.properties()) {
      String stage = activity.getKey();
      compared.same(stage, activity.getValue(), figures.subject("entries", stage));
      compared.same(stage, activity.getValue(), figures.subject("events", stage));
      compared.same(stage, items.get(stage), figures.subject("items_with", stage));
    }
  }

  static void caseTimes(Comparison compared, Figures figures, JsonNode known) {
    for (String statistic : STATISTICS) {
      compared.same(
          "case " + statistic,
          known.get("case_duration_hours").get(statistic),
          figures.value("case_time_" + statistic));
    }
  }
}
