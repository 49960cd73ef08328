package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is unpaid by the events against the balances of the ledger; nothing where none are given.
 */
final class LedgerSection {
  private static final String KPI = "ledger_difference";

  private LedgerSection() {}

  static Optional<Made> table(Scene scene) {
    Map<String, KpiRow> days = scene.figures().bySubject(KPI, "all", Figures.NONE);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows = new ArrayList<>();
    days.entrySet().stream()
        .sorted(Map.Entry.<String, KpiRow>comparingByKey().reversed())
        .forEach(
            day -> {
              rows.add(row(scene, day.getKey(), scene.texts().get("ledger.all"), day.getValue()));
              scene.figures().byGroup(KPI, day.getKey(), "customer", "all").entrySet().stream()
                  .map(
                      customer ->
                          row(
                              scene,
                              day.getKey(),
                              scene.names().group("customer", customer.getKey()),
                              customer.getValue()))
                  .forEach(rows::add);
            });
    boolean agrees =
        days.values().stream().allMatch(row -> row.n().orElse(0L) == 0 && value(row).signum() == 0);
    return Optional.of(
        Made.table(
            scene.texts().get(agrees ? "ledger.agrees" : "ledger.differs"),
            scene.texts().get("ledger.subtitle", scene.formats().sign(scene.currency().orElse(""))),
            new Table(columns(scene), rows),
            60));
  }

  private static List<Column> columns(Scene scene) {
    return Stream.of("day", "customer", "ours", "ledger", "difference")
        .map(
            key ->
                new Column(
                    scene.texts().get("column." + key), !List.of("day", "customer").contains(key)))
        .toList();
  }

  private static List<Cell> row(Scene scene, String day, String customer, KpiRow row) {
    Measure measure = new Measure(scene);
    return List.of(
        Cell.day(scene.formats().shortDayWithYear(LocalDate.parse(day)), LocalDate.parse(day)),
        Cell.text(customer),
        measure.moneyCell(row.numerator().orElse(BigDecimal.ZERO)),
        measure.moneyCell(row.denominator().orElse(BigDecimal.ZERO)),
        measure.moneyCell(value(row)));
  }

  private static BigDecimal value(KpiRow row) {
    return row.value().orElse(BigDecimal.ZERO);
  }
}
