package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import java.util.Optional;

/**
 * A section, written.
 *
 * @param title what was found
 * @param subtitle measure, unit, period, base
 * @param chart present for charts
 * @param table shown for tables; for charts the file beside them
 * @param rows how many rows of the table the page shows; files have all
 */
record Made(String title, String subtitle, Optional<ChartData> chart, Table table, int rows) {
  Made(String title, String subtitle, Optional<ChartData> chart, Table table) {
    this(title, subtitle, chart, table, Integer.MAX_VALUE);
  }

  static Made table(String title, String subtitle, Table table, int rows) {
    return new Made(title, subtitle, Optional.empty(), table, rows);
  }
}
