package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Counts by period, one lane a figure: what came in and what went out. */
final class FlowSection {
  private FlowSection() {}

  static Made make(Scene scene, Section section) {
    List<Period> periods = scene.periods(section.step(), section.last());
    List<ChartData.Lane> lanes =
        section.figures().stream().map(kpi -> lane(scene, kpi, periods)).toList();
    String subtitle = scene.texts().get("flow.subtitle", scene.formats().count(periods.size()));
    return new Made(
        title(scene, section),
        subtitle,
        Optional.of(new ChartData.Lanes(lanes, scene.texts().get("no-data"))),
        table(scene, section, periods));
  }

  private static String title(Scene scene, Section section) {
    String kpi = section.figures().getFirst();
    Period reported = scene.reported();
    Optional<Long> now = scene.figures().count(kpi, Figures.NONE, reported.label());
    Optional<Long> before = scene.figures().count(kpi, Figures.NONE, reported.previous().label());
    if (now.orElse(-1L) == 0) {
      return scene.texts().get("flow.zero", scene.called(reported));
    }
    if (now.isEmpty()) {
      return scene.texts().get("flow.none", scene.called(reported));
    }
    String happened =
        scene
            .texts()
            .plural("lead." + kpi, scene.itemType(), now.get(), scene.formats().count(now.get()));
    String sentence =
        before.isEmpty()
            ? happened
            : scene
                .texts()
                .get(
                    now.get() > before.get()
                        ? "flow.more"
                        : now.get() < before.get() ? "flow.less" : "flow.same",
                    happened,
                    scene.formats().count(Math.abs(now.get() - before.get())));
    return sentence.substring(0, 1).toUpperCase(scene.texts().language().locale())
        + sentence.substring(1);
  }

  private static ChartData.Lane lane(Scene scene, String kpi, List<Period> periods) {
    List<Bar> bars = new ArrayList<>();
    for (Period period : periods) {
      Optional<Long> count = scene.figures().count(kpi, Figures.NONE, period.label());
      bars.add(
          new Bar(
              label(scene, period),
              Optional.empty(),
              count.map(c -> OptionalDouble.of(c)).orElse(OptionalDouble.empty()),
              count.map(scene.formats()::count).orElse(""),
              period.equals(scene.reported()) ? Tone.THIS : Tone.BEFORE,
              Optional.empty()));
    }
    return new ChartData.Lane(scene.figureName(kpi), bars);
  }

  static String label(Scene scene, Period period) {
    return switch (period.step()) {
      case WEEK -> scene.formats().shortDay(period.first());
      case MONTH -> scene.formats().shortMonth(period.first());
    };
  }

  private static Table table(Scene scene, Section section, List<Period> periods) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.period"), false));
    section.figures().forEach(kpi -> columns.add(new Column(scene.figureName(kpi), true)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Period period : periods) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(period.label()));
      for (String kpi : section.figures()) {
        row.add(
            scene
                .figures()
                .count(kpi, Figures.NONE, period.label())
                .map(c -> Cell.number(scene.formats().count(c), c))
                .orElse(Cell.text("")));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }
}
