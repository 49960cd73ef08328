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
 * How long things take by subject: a grey bar from zero to the p90, in it a blue one to the median.
 */
final class DurationSection {
  private static final String ALL = "all";
  private static final String ELAPSED = "elapsed";
  private static final int MOST_ROWS = 12;
  private static final long SOLID = 10;
  private static final double[] NICE = {
    1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720, 1440, 2880, 4380, 8760
  };

  private record Item(String name, double median, double p90, long n) {}

  private DurationSection() {}

  static Made chart(Scene scene, Section section) {
    String family = section.figures().getFirst();
    List<Item> all = items(scene, family);
    List<Item> items = mostVisited(all);
    int left = all.size() - items.size();
    String subtitle =
        scene.texts().get("durations.subtitle")
            + (left == 0 ? "" : " " + scene.texts().get("rates.more", scene.formats().count(left)));
    if (items.isEmpty()) {
      return new Made(
          scene.texts().get("durations.none"),
          subtitle,
          Optional.of(
              new ChartData.Rows(
                  List.of(), 1, List.of(), Optional.empty(), scene.texts().get("no-data"))),
          new Table(List.of(), List.of()));
    }
    double end = items.stream().mapToDouble(Item::p90).max().orElse(1) * 1.08;
    double limit = end == 0 ? 1 : end;
    List<Row> rows = items.stream().map(item -> row(scene, item)).toList();
    Item slowest = slowest(items);
    return new Made(
        scene
            .texts()
            .get("durations.title", slowest.name(), scene.formats().hours(slowest.median())),
        subtitle,
        Optional.of(
            new ChartData.Rows(
                rows, limit, ticks(scene, limit), Optional.empty(), scene.texts().get("no-data"))),
        subjectTable(
            scene, List.of(family + "_n", family + "_median", family + "_p90", family + "_open")));
  }

  private static Row row(Scene scene, Item item) {
    return new Row(
        item.name(),
        scene.n(item.n()),
        scene.formats().hours(item.median()) + " · " + scene.formats().hours(item.p90()),
        Optional.empty(),
        List.of(
            new Mark.Length(item.p90(), Tone.BEFORE), new Mark.Length(item.median(), Tone.THIS)));
  }

  /** In the order of the process's milestones, else those most visited first. */
  private static List<Item> items(Scene scene, String family) {
    List<Item> items = new ArrayList<>();
    for (String subject : subjects(scene, List.of(family + "_n", family + "_median"))) {
      Optional<Double> median = hours(scene, family + "_median", subject);
      Optional<Double> p90 = hours(scene, family + "_p90", subject);
      if (median.isPresent() && p90.isPresent()) {
        long n =
            scene
                .figures()
                .find(family + "_n", subject, ALL, ELAPSED)
                .or(() -> scene.figures().find(family + "_median", subject, ALL, ELAPSED))
                .flatMap(DurationSection::base)
                .orElse(0L);
        items.add(new Item(scene.names().stage(subject), median.get(), p90.get(), n));
      }
    }
    return items;
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
        .stream().max(Comparator.comparingDouble(Item::median)).orElseThrow();
  }

  private static Optional<Long> base(KpiRow row) {
    return row.n().or(() -> row.value().map(BigDecimal::longValue));
  }

  private static Optional<Double> hours(Scene scene, String kpi, String subject) {
    return scene
        .figures()
        .find(kpi, subject, ALL, ELAPSED)
        .flatMap(KpiRow::value)
        .map(BigDecimal::doubleValue);
  }

  private static List<Tick> ticks(Scene scene, double end) {
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
    columns.add(new Column(scene.texts().get("column.stage"), false));
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
      row.add(Cell.text(scene.names().stage(subject)));
      shown.forEach(
          figure ->
              row.add(
                  find(scene, figure, subject).map(r -> cell(scene, r)).orElse(Cell.text("–"))));
      rows.add(row);
    }
    return new Table(columns, rows);
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
                    row.unit().equals("hours")
                        ? scene.formats().hours(value.doubleValue())
                        : scene.formats().count(value),
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
