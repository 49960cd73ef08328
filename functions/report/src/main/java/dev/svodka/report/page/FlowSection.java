package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Counts by period, one lane a figure: what came in and what went out. */
final class FlowSection {
  private FlowSection() {}

  static Made make(Scene scene, Section section) {
    List<Period> asked = scene.periods(section.step(), section.last());
    List<Period> periods =
        scene.currency().isPresent() ? scene.begun(asked, section.figures()) : asked;
    boolean alone = section.figures().size() == 1;
    List<ChartData.Lane> lanes =
        section.figures().stream()
            .map(
                kpi ->
                    ValueLane.fits(scene, kpi)
                        ? ValueLane.of(scene, kpi, periods)
                        : isRate(scene, kpi)
                            ? rateLane(scene, kpi, periods, alone)
                            : lane(scene, kpi, periods))
            .toList();
    boolean earlier = lanes.stream().anyMatch(lane -> !lane.earlier().isEmpty());
    String subtitle =
        scene.byStep(
                "flow.subtitle"
                    + (alone && isRate(scene, section.figures().getFirst()) ? ".rate" : ""),
                scene.formats().count(periods.size()))
            + (earlier ? scene.byStep("flow.subtitle.earlier") : "");
    return new Made(
        title(scene, section),
        subtitle,
        Optional.of(new ChartData.Lanes(lanes, scene.texts().get("no-data"))),
        table(scene, section, periods));
  }

  private static String title(Scene scene, Section section) {
    String kpi = section.figures().getFirst();
    if (ValueLane.fits(scene, kpi)) {
      return ValueLane.title(scene, kpi);
    }
    if (isRate(scene, kpi)) {
      return rateTitle(scene, kpi);
    }
    Period reported = scene.reported();
    Optional<Long> now = scene.figures().count(kpi, Figures.NONE, reported.label());
    Optional<Long> before = scene.figures().count(kpi, Figures.NONE, reported.previous().label());
    if (now.orElse(-1L) == 0 && kpi.equals("created")) {
      return scene.byStep("flow.zero", scene.called(reported));
    }
    if (now.isEmpty()) {
      return scene.byStep("flow.none", scene.called(reported));
    }
    String happened = happened(scene, kpi, now.get());
    String sentence =
        before.isEmpty()
            ? happened
            : scene.byStep(
                now.get() > before.get()
                    ? "flow.more"
                    : now.get() < before.get() ? "flow.less" : "flow.same",
                happened,
                scene.formats().count(Math.abs(now.get() - before.get())));
    return scene.sentence(sentence);
  }

  private static String happened(Scene scene, String kpi, long count) {
    String formatted = scene.formats().count(count);
    return scene.texts().find("lead." + kpi + ".many").isPresent()
        ? scene.texts().plural("lead." + kpi, scene.itemType(), count, formatted)
        : scene.figureName(kpi) + ": " + formatted;
  }

  private static String rateTitle(Scene scene, String kpi) {
    Period reported = scene.reported();
    Optional<Rate> now = scene.figures().rate(kpi, Figures.NONE, reported.label());
    Optional<Rate> before = scene.figures().rate(kpi, Figures.NONE, reported.previous().label());
    if (now.isEmpty()) {
      return scene.byStep("flow.none", scene.called(reported));
    }
    String said = scene.formats().share(now.get().value());
    return before
        .map(
            b ->
                scene.byStep(
                    "flow.rate",
                    scene.figureName(kpi),
                    said,
                    scene.formats().share(b.value()),
                    scene.verdict(now.get(), b)))
        .orElseGet(() -> scene.figureName(kpi) + ": " + said);
  }

  private static boolean isRate(Scene scene, String kpi) {
    return scene
        .figures()
        .find(kpi, Figures.NONE, "all")
        .filter(row -> row.unit().equals("ratio"))
        .isPresent();
  }

  /** A rate alone stands with interval and base; among other lanes there is no room for them. */
  private static ChartData.Lane rateLane(
      Scene scene, String kpi, List<Period> periods, boolean alone) {
    List<Bar> bars = new ArrayList<>();
    for (Period period : periods) {
      Optional<Rate> rate = scene.figures().rate(kpi, Figures.NONE, period.label());
      bars.add(
          new Bar(
              label(scene, period),
              Optional.of(rate.map(r -> scene.formats().count(r.denominator())).orElse("–"))
                  .filter(base -> alone),
              rate.map(r -> OptionalDouble.of(r.value())).orElse(OptionalDouble.empty()),
              rate.map(r -> scene.formats().number(r.value() * 100, 0)).orElse(""),
              period.equals(scene.reported()) ? Tone.THIS : Tone.BEFORE,
              rate.filter(r -> alone).map(r -> new ChartData.Range(r.low(), r.high()))));
    }
    return new ChartData.Lane(
        alone ? "" : scene.texts().get("flow.lane.rate", scene.figureName(kpi)),
        bars,
        earlier(
            scene,
            periods,
            then ->
                scene
                    .figures()
                    .rate(kpi, Figures.NONE, then.label())
                    .map(r -> OptionalDouble.of(r.value()))));
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
    return new ChartData.Lane(
        scene.figureName(kpi),
        bars,
        earlier(
            scene,
            periods,
            then ->
                scene.figures().count(kpi, Figures.NONE, then.label()).map(OptionalDouble::of)));
  }

  /** A year ago; no line where less than half of it is known. */
  private static List<OptionalDouble> earlier(
      Scene scene, List<Period> periods, Function<Period, Optional<OptionalDouble>> value) {
    List<OptionalDouble> line =
        periods.stream()
            .map(p -> scene.yearAgo(p).flatMap(value).orElse(OptionalDouble.empty()))
            .toList();
    long known = line.stream().filter(OptionalDouble::isPresent).count();
    return 2 * known < line.size() ? List.of() : line;
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
            ValueLane.fits(scene, kpi)
                ? new Measure(scene).cell(scene.figures().find(kpi, Figures.NONE, period.label()))
                : isRate(scene, kpi)
                    ? rateCell(scene, kpi, period)
                    : countCell(scene, kpi, period));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static Cell countCell(Scene scene, String kpi, Period period) {
    return scene
        .figures()
        .count(kpi, Figures.NONE, period.label())
        .map(c -> Cell.number(scene.formats().count(c), c))
        .orElse(Cell.text(""));
  }

  private static Cell rateCell(Scene scene, String kpi, Period period) {
    return scene
        .figures()
        .rate(kpi, Figures.NONE, period.label())
        .map(r -> Cell.share(scene.formats().share(r.value()), r.value()))
        .orElse(Cell.text(""));
  }
}
