package dev.svodka.report.page;

import dev.svodka.core.business.Interval;
import dev.svodka.kpi.FactItem;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.CurvePoint;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Survival;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long the process's first interval takes and what of it is still open: a Kaplan–Meier curve
 * over all of it, and the open ones by age. By the calendar.
 */
final class WaitSection {
  /** More steps than this cannot be told apart on a chart. */
  private static final int MOST_POINTS = 100;

  private static final double[] AGES = {24, 72, 168, 336, 720};
  private static final double ROOM_FOR_VALUE = 0.72;

  private final Scene scene;
  private final String interval;
  private final List<FactItem> ended;
  private final List<FactItem> open;
  private final Survival survival;

  private WaitSection(Scene scene, String interval) {
    this.scene = scene;
    this.interval = interval;
    this.ended = items("interval");
    this.open = items("interval_open");
    this.survival =
        Survival.of(
            hours(ended),
            Stream.of(open, items("interval_dropped")).flatMap(l -> hours(l).stream()).toList());
  }

  /** The interval that the process is measured by: the first of its file. */
  static Optional<String> first(Scene scene) {
    return scene.process().intervals().stream().map(Interval::id).findFirst();
  }

  private static Optional<WaitSection> of(Scene scene) {
    return first(scene)
        .map(interval -> new WaitSection(scene, interval))
        .filter(section -> !section.survival.steps().isEmpty());
  }

  static Optional<Made> curve(Scene scene) {
    return of(scene).map(WaitSection::drawn);
  }

  static Optional<Made> ages(Scene scene) {
    return of(scene).filter(section -> !section.open.isEmpty()).map(WaitSection::byAge);
  }

  private List<FactItem> items(String kpi) {
    return scene.facts().behind().items(kpi, scene.process().id(), Optional.of(interval));
  }

  private static List<Double> hours(List<FactItem> items) {
    return items.stream()
        .flatMap(item -> item.hours().stream())
        .map(BigDecimal::doubleValue)
        .toList();
  }

  private Made drawn() {
    List<Survival.Step> steps = survival.steps();
    double last = steps.getLast().hours();
    double end =
        Math.max(
            1,
            steps.stream()
                .filter(step -> step.alive() <= 0.1)
                .mapToDouble(step -> step.hours() * 1.25)
                .findFirst()
                .orElse(last));
    double shown = Math.min(end, Math.max(last, 1));
    List<Reference> references =
        survival
            .median()
            .filter(median -> median <= shown)
            .map(
                median ->
                    new Reference(
                        median, scene.texts().get("curve.half", scene.formats().hours(median))))
            .stream()
            .toList();
    return new Made(
        title(),
        scene
            .texts()
            .get(
                "curve.subtitle",
                scene.names().interval(interval),
                scene.formats().count(ended.size()),
                scene.formats().count(open.size())),
        Optional.of(
            new ChartData.Curve(
                points(shown),
                shown,
                DurationSection.ticks(scene, shown),
                shares(),
                references,
                scene.texts().get("no-data"))),
        table());
  }

  private String title() {
    Optional<Double> closed =
        scene
            .figures()
            .find("interval_median", interval, "all", "elapsed")
            .flatMap(dev.svodka.kpi.KpiRow::value)
            .map(BigDecimal::doubleValue);
    if (closed.isEmpty()) {
      return scene.texts().get("curve.title.none");
    }
    String half = scene.formats().hours(closed.get());
    return survival
        .median()
        .map(median -> scene.texts().get("curve.title", half, scene.formats().hours(median)))
        .orElseGet(() -> scene.texts().get("curve.title.long", half));
  }

  /** As many as a chart can show; what falls between two shown moments is told by the later. */
  private List<CurvePoint> points(double end) {
    double grain = end / MOST_POINTS;
    List<CurvePoint> points = new ArrayList<>();
    double shown = -grain;
    boolean censored = false;
    List<Survival.Step> steps = survival.steps().stream().filter(s -> s.hours() <= end).toList();
    for (int i = 0; i < steps.size(); i++) {
      Survival.Step step = steps.get(i);
      censored |= step.censored() > 0;
      if (step.hours() - shown >= grain || i == steps.size() - 1) {
        points.add(new CurvePoint(step.hours(), step.alive(), censored));
        shown = step.hours();
        censored = false;
      }
    }
    points.add(new CurvePoint(end, survival.alive(end), false));
    return points;
  }

  private List<Tick> shares() {
    return Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
        .map(share -> new Tick(share, share == 0 ? "0" : scene.formats().share(share)))
        .toList();
  }

  private Table table() {
    List<Column> columns =
        List.of(
            new Column(scene.texts().get("column.hours"), true),
            new Column(scene.texts().get("column.alive"), true),
            new Column(scene.texts().get("column.censored"), true));
    return new Table(
        columns,
        survival.steps().stream()
            .map(
                step ->
                    List.of(
                        Cell.number(
                            scene.formats().hours(step.hours()),
                            BigDecimal.valueOf(step.hours()),
                            Type.of("hours", "")),
                        Cell.share(scene.formats().share(step.alive()), step.alive()),
                        Cell.number(scene.formats().count(step.censored()), step.censored())))
            .toList());
  }

  private Made byAge() {
    Set<String> late = new HashSet<>();
    items("interval_overdue_open").forEach(item -> late.add(item.itemId()));
    List<Row> rows = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    long greatest = 1;
    for (int i = 0; i <= AGES.length; i++) {
      double from = i == 0 ? 0 : AGES[i - 1];
      double to = i == AGES.length ? Double.MAX_VALUE : AGES[i];
      List<FactItem> aged =
          open.stream().filter(item -> hours(item) >= from && hours(item) < to).toList();
      long past = aged.stream().filter(item -> late.contains(item.itemId())).count();
      greatest = Math.max(greatest, aged.size());
      String name = age(from, to);
      rows.add(
          new Row(
              name,
              past == 0 ? "" : scene.texts().get("ages.late", scene.formats().count(past)),
              scene.formats().count(aged.size()),
              Optional.empty(),
              List.of(
                  new Mark.Length(aged.size(), Tone.BEFORE), new Mark.Length(past, Tone.WAITING))));
      cells.add(
          List.of(
              Cell.text(name),
              Cell.number(scene.formats().count(aged.size()), aged.size()),
              Cell.number(scene.formats().count(past), past)));
    }
    boolean target = scene.process().intervals().getFirst().target().isPresent();
    return new Made(
        scene
            .texts()
            .get(
                late.isEmpty() ? "ages.title" : "ages.title.late",
                scene.formats().count(open.size()),
                scene
                    .formats()
                    .count(open.stream().filter(i -> late.contains(i.itemId())).count())),
        scene
            .texts()
            .get(
                target ? "ages.subtitle.target" : "ages.subtitle",
                scene.names().interval(interval)),
        Optional.of(
            new ChartData.Rows(
                rows,
                greatest / ROOM_FOR_VALUE,
                List.of(),
                Optional.empty(),
                scene.texts().get("no-data"))),
        new Table(
            List.of(
                new Column(scene.texts().get("column.age-range"), false),
                new Column(scene.texts().get("figure.open"), true),
                new Column(scene.texts().get("column.past-target"), true)),
            cells));
  }

  private static double hours(FactItem item) {
    return item.hours().map(BigDecimal::doubleValue).orElse(0.0);
  }

  private String age(double from, double to) {
    String until = scene.formats().count(Math.round(to / 24));
    if (from == 0) {
      return scene.texts().get("ages.first", until);
    }
    String since = scene.formats().count(Math.round(from / 24));
    return to == Double.MAX_VALUE
        ? scene.texts().get("ages.last", since)
        : scene.texts().get("ages.range", since, until);
  }
}
