package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of any unit by period, the newest first. */
final class PeriodSection {
  private PeriodSection() {}

  static Made table(Scene scene, Section section) {
    List<String> figures = section.figures().stream().filter(scene.figures()::has).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.period"), false));
    for (String kpi : figures) {
      columns.add(new Column(scene.figureName(kpi), true));
      if (hasInterval(scene, kpi)) {
        columns.add(new Column(scene.texts().get("column.interval"), true));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    List<Period> periods = scene.begun(scene.periods(section.step(), section.last()), figures);
    for (Period period : periods.reversed()) {
      rows.add(row(scene, figures, period, period.equals(periods.getLast())));
    }
    return new Made(
        scene
            .texts()
            .get("period-table.title." + section.step().name().toLowerCase(java.util.Locale.ROOT)),
        scene
            .currency()
            .map(
                currency ->
                    scene.texts().get("period-table.subtitle", scene.formats().sign(currency)))
            .orElse(""),
        Optional.empty(),
        new Table(columns, rows));
  }

  /** The numbers of the last period lead to what they count. */
  private static List<Cell> row(Scene scene, List<String> figures, Period period, boolean listed) {
    Measure measure = new Measure(scene);
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(scene.called(period), period.label()));
    for (String kpi : figures) {
      Optional<KpiRow> figure = scene.figures().find(kpi, Figures.NONE, period.label());
      row.add(
          measure
              .cell(figure)
              .linked(
                  figure.filter(f -> listed).flatMap(f -> scene.list(scene.figureName(kpi), f))));
      if (hasInterval(scene, kpi)) {
        row.add(
            Cell.text(
                figure
                    .flatMap(Figures::rate)
                    .map(rate -> scene.interval(rate) + " · " + scene.of(rate))
                    .orElse("–")));
      }
    }
    return row;
  }

  private static boolean hasInterval(Scene scene, String kpi) {
    return scene
        .figures()
        .find(kpi, Figures.NONE, "all")
        .filter(row -> row.low().isPresent())
        .isPresent();
  }
}
