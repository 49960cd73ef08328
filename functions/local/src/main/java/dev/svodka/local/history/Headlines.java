package dev.svodka.local.history;

import dev.svodka.kpi.KpiRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few figures of each process that are worth a line after a run. */
public final class Headlines {
  private static final List<String> COUNTS = List.of("created", "succeeded", "failed", "open");
  private static final String RATE = "win_rate";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Headlines() {}

  /** One line a process that has items, in the order of the rows. */
  public static List<String> of(List<KpiRow> rows) {
    Map<String, Map<String, KpiRow>> processes = new LinkedHashMap<>();
    for (KpiRow row : rows) {
      boolean overall =
          row.period().equals("all") && row.group().isEmpty() && row.subject().isEmpty();
      if (overall && (COUNTS.contains(row.kpi()) || row.kpi().equals(RATE))) {
        processes.computeIfAbsent(row.process(), id -> new LinkedHashMap<>()).put(row.kpi(), row);
      }
    }
    List<String> lines = new ArrayList<>();
    processes.forEach(
        (process, figures) -> {
          if (figures.values().stream().anyMatch(Headlines::tells)) {
            lines.add(process + ": " + line(figures));
          }
        });
    return lines;
  }

  private static boolean tells(KpiRow row) {
    return row.value().filter(value -> value.signum() > 0).isPresent();
  }

  private static String line(Map<String, KpiRow> figures) {
    List<String> parts = new ArrayList<>();
    for (String count : COUNTS) {
      KpiRow row = figures.get(count);
      if (row != null && row.value().isPresent()) {
        parts.add("%s %,d".formatted(count, row.value().get().longValue()));
      }
    }
    KpiRow rate = figures.get(RATE);
    if (rate != null && rate.value().isPresent()) {
      parts.add("win rate %s %%".formatted(percent(rate.value().get())));
    }
    return String.join(", ", parts);
  }

  private static String percent(BigDecimal ratio) {
    return ratio.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
