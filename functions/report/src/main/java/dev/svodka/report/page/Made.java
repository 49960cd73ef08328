package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import java.util.List;
import java.util.Optional;

/**
 * A section, written.
 *
 * @param title what was found
 * @param subtitle measure, unit, period, base
 * @param chart present for charts
 * @param table shown for tables; for charts the file beside them
 * @param rows how many rows of the table the page shows; files have all
 * @param groups of the rows, one after another, whose headings the page shows instead of the first
 *     column; none where the rows are not grouped
 */
record Made(
    String title,
    String subtitle,
    Optional<ChartData> chart,
    Table table,
    int rows,
    List<Group> groups) {
  /** So many rows under a name, and what there is to say of them beside it. */
  record Group(String name, String note, int rows) {}

  Made {
    groups = List.copyOf(groups);
  }

  Made(String title, String subtitle, Optional<ChartData> chart, Table table) {
    this(title, subtitle, chart, table, Integer.MAX_VALUE, List.of());
  }

  static Made table(String title, String subtitle, Table table, int rows) {
    return new Made(title, subtitle, Optional.empty(), table, rows, List.of());
  }

  static Made grouped(String title, String subtitle, Table table, int rows, List<Group> groups) {
    return new Made(title, subtitle, Optional.empty(), table, rows, groups);
  }
}
