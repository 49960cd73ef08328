package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long things take by subject: a grey bar from zero to the p90, in it a blue one to the median;
 * below it the same on the working clock, and what is still running.
 */
final class DurationSection {
  private static final String ALL = "all";
  private static final String ELAPSED = "elapsed";
  private static final String WORKING = "working";
  private static final String STAGE = "stage_time";
  private static final String STANDING = "standing";
  private static final int MOST_ROWS = 12;
  private static final long SOLID = 10;
  private static final double[] NICE = {
    1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720, 1440, 2880, 4380, 8760
  };

  /**
   * @param working the same on the working clock, where the business has one
   * @param open still running
   * @param counted the median with the running ones counted in (Kaplan–Meier)
   */
  private record Item(
      String name,
      Times elapsed,
      Optional<Times> working,
      long n,
      long open,
      Optional<Double> counted) {}

  private record Times(double median, double p90) {}

  private DurationSection() {}

  static Made chart(Scene scene, Section section) {
    String family = section.figures().getFirst();
    List<Item> all = items(scene, family);
    List<Item> items = mostVisited(all);
    int left = all.size() - items.size();
    boolean pairs = items.stream().anyMatch(item -> item.working().isPresent());
    String subtitle =
        scene.texts().get("durations.subtitle" + suffix(family))
            + (pairs ? " " + scene.texts().get("durations.pairs") : "")
            + (left == 0 ? "" : " " + scene.texts().get("rates.more", scene.formats().count(left)));
    if (items.isEmpty()) {
      return new Made(
          scene.texts().get("durations.none" + suffix(family)),
          subtitle,
          Optional.of(
              new ChartData.Rows(
                  List.of(), 1, List.of(), Optional.empty(), scene.texts().get("no-data"))),
          new Table(List.of(), List.of()));
    }
    double end =
        items.stream().mapToDouble(item -> item.elapsed().p90()).max().orElse(1)
            * (pairs ? 1.3 : 1.08);
    double limit = end == 0 ? 1 : end;
    List<Row> rows = items.stream().map(item -> row(scene, item, suffix(family))).toList();
    Item slowest = slowest(items);
    return new Made(
        scene
            .texts()
            .get(
                "durations.title" + suffix(family),
                slowest.name(),
                scene.formats().hours(slowest.elapsed().median())),
        subtitle,
        Optional.of(
            new ChartData.Rows(
                rows, limit, ticks(scene, limit), Optional.empty(), scene.texts().get("no-data"))),
        subjectTable(
            scene,
            List.of(
                family + "_n",
                family + "_median",
                family + "_p90",
                family + "_median@working",
                family + "_p90@working",
                family + "_open",
                family + "_km_median")));
  }

  private static Row row(Scene scene, Item item, String suffix) {
    return new Row(
        item.name(),
        scene.n(item.n()),
        scene.formats().hours(item.elapsed().median())
            + " · "
            + scene.formats().hours(item.elapsed().p90()),
        open(scene, item, suffix),
        marks(item.elapsed()),
        item.working()
            .map(
                times ->
                    new ChartData.Second(
                        scene.formats().workingHours(times.median())
                            + " · "
                            + scene.formats().workingHours(times.p90()),
                        marks(times))));
  }

  private static List<Mark> marks(Times times) {
    return List.of(
        new Mark.Length(times.p90(), Tone.BEFORE), new Mark.Length(times.median(), Tone.THIS));
  }

  /** Stages are left, other spans end. */
  private static String suffix(String family) {
    return family.equals(STAGE) ? "" : ".interval";
  }

  private static Optional<String> open(Scene scene, Item item, String suffix) {
    if (item.open() == 0) {
      return Optional.empty();
    }
    String open = scene.formats().count(item.open());
    return Optional.of(
        item.counted()
            .map(
                hours ->
                    scene
                        .texts()
                        .get("durations.open" + suffix, open, scene.formats().hours(hours)))
            .orElseGet(() -> scene.texts().get("durations.open.long" + suffix, open)));
  }

  /** In the order of the process's milestones, else those most visited first. */
  private static List<Item> items(Scene scene, String family) {
    List<Item> items = new ArrayList<>();
    for (String subject : subjects(scene, List.of(family + "_n", family + "_median"))) {
      times(scene, family, subject, ELAPSED)
          .ifPresent(
              elapsed ->
                  items.add(
                      new Item(
                          name(scene, family, subject),
                          elapsed,
                          times(scene, family, subject, WORKING),
                          base(scene, family, subject),
                          scene
                              .figures()
                              .find(family + "_open", subject, ALL, ELAPSED)
                              .or(() -> scene.figures().find(family + "_open", subject, ALL))
                              .flatMap(KpiRow::value)
                              .map(BigDecimal::longValue)
                              .orElse(0L),
                          hours(scene, family + "_km_median", subject, ELAPSED))));
    }
    return items;
  }

  private static Optional<Times> times(Scene scene, String family, String subject, String clock) {
    return hours(scene, family + "_median", subject, clock)
        .flatMap(
            median ->
                hours(scene, family + "_p90", subject, clock).map(p90 -> new Times(median, p90)));
  }

  private static long base(Scene scene, String family, String subject) {
    return scene
        .figures()
        .find(family + "_n", subject, ALL, ELAPSED)
        .or(() -> scene.figures().find(family + "_median", subject, ALL, ELAPSED))
        .flatMap(row -> row.n().or(() -> row.value().map(BigDecimal::longValue)))
        .orElse(0L);
  }

  private static String name(Scene scene, String kpi, String subject) {
    return kpi.startsWith("interval")
        ? scene.names().interval(subject)
        : scene.names().stage(subject);
  }

  private static List<Item> mostVisited(List<Item> items) {
    Set<Item> kept =
        new LinkedHashSet<>(
            items.stream().sorted(Comparator.comparingLong(i -> -i.n())).limit(MOST_ROWS).toList());
    return items.stream().filter(kept::contains).toList();
  }

  /** A median of a handful is no finding, unless there is no other. */
  private static Item slowest(List<Item> items) {
    List<Item> solid = items.stream().filter(item -> item.n() >= SOLID).toList();
    return (solid.isEmpty() ? items : solid)
        .stream().max(Comparator.comparingDouble(item -> item.elapsed().median())).orElseThrow();
  }

  private static Optional<Double> hours(Scene scene, String kpi, String subject, String clock) {
    return scene
        .figures()
        .find(kpi, subject, ALL, clock)
        .flatMap(KpiRow::value)
        .map(BigDecimal::doubleValue);
  }

  static List<Tick> ticks(Scene scene, double end) {
    double step = NICE[NICE.length - 1];
    for (double nice : NICE) {
      if (end / nice <= 5) {
        step = nice;
        break;
      }
    }
    while (end / step > 5) {
      step *= 2;
    }
    List<Tick> ticks = new ArrayList<>();
    for (double at = 0; at <= end * 0.97; at += step) {
      ticks.add(new Tick(at, at == 0 ? "0" : scene.formats().hours(at)));
    }
    return ticks;
  }

  static Made table(Scene scene, Section section) {
    return new Made(
        scene.texts().get("subject-table.title"),
        scene.texts().get("subject-table.subtitle"),
        Optional.empty(),
        subjectTable(scene, section.figures()));
  }

  /** A figure may name its clock: {@code stage_time_median@working}; elapsed otherwise. */
  private static Table subjectTable(Scene scene, List<String> figures) {
    Set<String> subjects = subjects(scene, figures);
    List<Column> columns = new ArrayList<>();
    boolean stages = figures.stream().noneMatch(figure -> figure.startsWith("interval"));
    columns.add(
        new Column(scene.texts().get(stages ? "column.stage" : "column.interval-name"), false));
    List<String> shown = new ArrayList<>();
    for (String figure : figures) {
      if (subjects.stream().anyMatch(s -> find(scene, figure, s).isPresent())) {
        shown.add(figure);
        columns.add(new Column(scene.figureName(figure.replace('@', '.')), true));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String subject : timedOnes(scene, figures, subjects)) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(name(scene, stages ? STAGE : "interval", subject)));
      for (String figure : shown) {
        Optional<KpiRow> found = find(scene, figure, subject);
        row.add(
            found
                .map(r -> cell(scene, r))
                .orElse(Cell.text("–"))
                .linked(
                    found
                        .filter(r -> figure.equals(STANDING))
                        .flatMap(r -> scene.list(standing(scene, subject), r))));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static String standing(Scene scene, String stage) {
    return scene.texts().get("list.standing", scene.names().stage(stage));
  }

  /** Without the stages that end a process: there is no time to tell of. */
  private static List<String> timedOnes(Scene scene, List<String> figures, Set<String> subjects) {
    List<String> timed =
        subjects.stream()
            .filter(
                subject ->
                    figures.stream()
                        .flatMap(figure -> find(scene, figure, subject).stream())
                        .anyMatch(row -> row.clock().isPresent() && row.value().isPresent()))
            .toList();
    return timed.isEmpty() ? List.copyOf(subjects) : timed;
  }

  private static Cell cell(Scene scene, KpiRow row) {
    return row.value()
        .map(
            value ->
                Cell.number(
                    !row.unit().equals("hours")
                        ? scene.formats().count(value)
                        : row.clock().filter(WORKING::equals).isPresent()
                            ? scene.formats().workingHours(value.doubleValue())
                            : scene.formats().hours(value.doubleValue()),
                    value,
                    new Measure(scene).type(row)))
        .orElse(Cell.text("–"));
  }

  private static Optional<KpiRow> find(Scene scene, String figure, String subject) {
    int clock = figure.indexOf('@');
    if (clock >= 0) {
      return scene
          .figures()
          .find(figure.substring(0, clock), subject, ALL, figure.substring(clock + 1));
    }
    return scene
        .figures()
        .find(figure, subject, ALL, ELAPSED)
        .or(() -> scene.figures().find(figure, subject, ALL));
  }

  private static Set<String> subjects(Scene scene, List<String> figures) {
    Set<String> subjects = new LinkedHashSet<>();
    Set<String> known = new LinkedHashSet<>();
    for (String figure : figures) {
      String kpi = figure.replaceAll("@.*", "");
      known.addAll(scene.figures().bySubject(kpi, ALL, ELAPSED).keySet());
      known.addAll(scene.figures().bySubject(kpi, ALL, Figures.NONE).keySet());
    }
    scene.process().milestones().stream()
        .flatMap(
            m ->
                m.condition() instanceof dev.svodka.core.business.Condition.EnteredStage entered
                    ? entered.patterns().stream()
                    : java.util.stream.Stream.<String>empty())
        .filter(known::contains)
        .forEach(subjects::add);
    known.stream()
        .filter(subject -> !subjects.contains(subject) && !subject.isEmpty())
        .sorted(Comparator.comparingLong(s -> -visits(scene, s)))
        .forEach(subjects::add);
    return subjects;
  }

  private static long visits(Scene scene, String stage) {
    return scene.figures().count("entries", stage, ALL).orElse(0L);
  }
}
