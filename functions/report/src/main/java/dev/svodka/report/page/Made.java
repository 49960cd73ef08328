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
 */
record Made(String title, String subtitle, Optional<ChartData> chart, Table table) {}
