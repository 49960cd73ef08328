package dev.svodka.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks figures of one process up in a run. */
record Figures(KpiRun run, String process) {
  Optional<Double> value(String kpi) {
    return find(kpi, Optional.empty(), "all", Map.of());
  }

  Optional<Double> subject(String kpi, String subject) {
    return find(kpi, Optional.of(subject), "all", Map.of());
  }

  Optional<Double> in(String kpi, String period) {
    return find(kpi, Optional.empty(), period, Map.of());
  }

  Optional<Double> by(String kpi, Map<String, Optional<String>> group) {
    return find(kpi, Optional.empty(), "all", group);
  }

  Optional<Double> find(
      String kpi, Optional<String> subject, String period, Map<String, Optional<String>> group) {
    return rows(kpi, subject, period, group).stream()
        .findFirst()
        .flatMap(KpiRow::value)
        .map(BigDecimal::doubleValue);
  }

  KpiRow row(
      String kpi, Optional<String> subject, String period, Map<String, Optional<String>> group) {
    List<KpiRow> rows = rows(kpi, subject, period, group);
    if (rows.size() != 1) {
      throw new AssertionError(
          rows.size() + " rows of " + kpi + " " + subject + " " + period + " " + group);
    }
    return rows.getFirst();
  }

  private List<KpiRow> rows(
      String kpi, Optional<String> subject, String period, Map<String, Optional<String>> group) {
    return run.rows().stream()
        .filter(row -> row.kpi().equals(kpi) && row.process().equals(process))
        .filter(row -> row.subject().equals(subject) && row.period().equals(period))
        .filter(row -> row.group().equals(new TreeMap<>(group)))
        .filter(row -> row.clock().orElse("elapsed").equals("elapsed"))
        .toList();
  }
}
