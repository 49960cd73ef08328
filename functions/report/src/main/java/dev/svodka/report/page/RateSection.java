package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.figure.Standouts;
import dev.svodka.report.figure.Verdict;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rate by group over the last periods, each with its interval, the overall rate as a line. */
final class RateSection {
  private static final int MOST_ROWS = 12;

  private RateSection() {}

  static Made chart(Scene scene, Section section) {
    String kpi = section.figures().getFirst();
    String dimension = section.by().orElse("owner");
    List<Period> periods = scene.periods(section.step(), section.last());
    Map<String, Rate> rates = rates(scene, kpi, dimension, periods);
    String span = scene.formats().days(periods.getFirst().first(), periods.getLast().last());
    if (rates.isEmpty()) {
      return new Made(
          scene.figureName(kpi),
          scene.texts().get("rates.subtitle.none" + any(kpi), span),
          Optional.of(
              new ChartData.Rows(
                  List.of(), 1, List.of(), Optional.empty(), scene.texts().get("no-data"))),
          new Table(List.of(), List.of()));
    }
    List<Map.Entry<String, Rate>> sorted =
        rates.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Rate>>comparingDouble(e -> -e.getValue().value())
                    .thenComparingLong(e -> -e.getValue().denominator())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    List<Map.Entry<String, Rate>> drawn = mostActive(sorted);
    Rate overall =
        new Rate(
            rates.values().stream().mapToLong(Rate::numerator).sum(),
            rates.values().stream().mapToLong(Rate::denominator).sum());
    double end =
        Math.ceil(drawn.stream().mapToDouble(e -> e.getValue().high()).max().orElse(1) * 4) / 4;
    List<Row> rows = drawn.stream().map(e -> row(scene, e.getKey(), e.getValue())).toList();
    ChartData.Reference reference =
        new ChartData.Reference(
            overall.value(),
            scene.texts().get("rates.overall", scene.formats().share(overall.value())));
    String subtitle =
        scene.texts().get("rates.subtitle" + any(kpi), scene.figureName(kpi), span)
            + (drawn.size() < sorted.size()
                ? " "
                    + scene
                        .texts()
                        .get("rates.more", scene.formats().count(sorted.size() - drawn.size()))
                : "");
    return new Made(
        title(scene, rates),
        subtitle,
        Optional.of(
            new ChartData.Rows(
                rows,
                end,
                ticks(scene, end),
                Optional.of(reference).filter(r -> rates.size() > 1),
                scene.texts().get("no-data"))),
        groupTable(scene, section));
  }

  /** Only the win rate is of what was closed. */
  private static String any(String kpi) {
    return kpi.startsWith("win_rate") ? "" : ".any";
  }

  /** Where there are too many rows, those with the most behind them, in the order of the rate. */
  private static List<Map.Entry<String, Rate>> mostActive(List<Map.Entry<String, Rate>> sorted) {
    Set<String> kept = new LinkedHashSet<>();
    sorted.stream()
        .sorted(Comparator.comparingLong(e -> -e.getValue().denominator()))
        .limit(MOST_ROWS)
        .forEach(e -> kept.add(e.getKey()));
    return sorted.stream().filter(e -> kept.contains(e.getKey())).toList();
  }

  private static Row row(Scene scene, String name, Rate rate) {
    return new Row(
        name,
        scene.n(rate.denominator()),
        scene.formats().share(rate.value()),
        Optional.empty(),
        List.of(
            new Mark.Whisker(new ChartData.Range(rate.low(), rate.high())),
            new Mark.Dot(rate.value(), Tone.THIS)));
  }

  private static List<Tick> ticks(Scene scene, double end) {
    List<Tick> ticks = new ArrayList<>();
    for (int percent = 0; percent <= Math.round(end * 100); percent += end > 0.5 ? 25 : 10) {
      ticks.add(
          new Tick(percent / 100.0, percent == 0 ? "0" : scene.formats().share(percent / 100.0)));
    }
    return ticks;
  }

  private static String title(Scene scene, Map<String, Rate> rates) {
    if (rates.size() == 1) {
      Map.Entry<String, Rate> only = rates.entrySet().iterator().next();
      return scene
          .texts()
          .get(
              "rates.one",
              only.getKey(),
              scene.formats().share(only.getValue().value()),
              scene.interval(only.getValue()));
    }
    Map<String, Verdict> standouts = Standouts.among(rates);
    if (standouts.isEmpty()) {
      return scene.texts().get("rates.none-differs");
    }
    List<String> said =
        standouts.entrySet().stream()
            .limit(3)
            .map(
                e ->
                    scene
                        .texts()
                        .get("rates." + e.getValue().name().toLowerCase(Locale.ROOT), e.getKey()))
            .toList();
    return scene.texts().get("rates.differ", String.join(", ", said));
  }

  private static Map<String, Rate> rates(
      Scene scene, String kpi, String dimension, List<Period> periods) {
    Map<String, Rate> named = new LinkedHashMap<>();
    scene
        .figures()
        .ratesByGroup(kpi, dimension, periods)
        .forEach(
            (group, rate) ->
                named.merge(
                    scene.names().group(dimension, group),
                    rate,
                    (a, b) ->
                        new Rate(
                            a.numerator() + b.numerator(), a.denominator() + b.denominator())));
    return named;
  }

  static Made table(Scene scene, Section section) {
    List<Period> periods = scene.periods(section.step(), section.last());
    return new Made(
        tableTitle(scene, section.by().orElse("owner")),
        scene.formats().days(periods.getFirst().first(), periods.getLast().last()),
        Optional.empty(),
        groupTable(scene, section));
  }

  private static String tableTitle(Scene scene, String dimension) {
    return scene
        .texts()
        .find("group-table.title." + dimension)
        .orElseGet(
            () -> scene.texts().get("group-table.title.field", scene.names().dimension(dimension)));
  }

  private static Table groupTable(Scene scene, Section section) {
    String dimension = section.by().orElse("owner");
    List<Period> periods = scene.periods(section.step(), section.last());
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.names().dimension(dimension), false));
    Map<Optional<String>, List<Cell>> rows = new LinkedHashMap<>();
    Set<Optional<String>> groups = new LinkedHashSet<>();
    for (String kpi : section.figures()) {
      periods.forEach(
          p -> groups.addAll(scene.figures().byGroup(kpi, dimension, p.label()).keySet()));
    }
    groups.forEach(
        group -> {
          List<Cell> row = new ArrayList<>();
          row.add(Cell.text(scene.names().group(dimension, group)));
          rows.put(group, row);
        });
    for (String kpi : section.figures()) {
      columns.add(new Column(scene.figureName(kpi), true));
      boolean rate = isRate(scene, kpi, dimension, periods);
      if (rate) {
        columns.add(new Column(scene.texts().get("column.interval"), true));
      }
      Map<Optional<String>, Rate> rates =
          rate ? scene.figures().ratesByGroup(kpi, dimension, periods) : Map.of();
      rows.forEach(
          (group, row) -> {
            if (rate) {
              addRate(scene, row, Optional.ofNullable(rates.get(group)));
            } else {
              long sum = sum(scene, kpi, dimension, periods, group);
              row.add(Cell.number(scene.formats().count(sum), sum));
            }
          });
    }
    return new Table(
        columns,
        rows.values().stream()
            .sorted(
                Comparator.<List<Cell>, BigDecimal>comparing(
                        r -> r.get(1).raw().orElse(BigDecimal.ZERO))
                    .reversed()
                    .thenComparing(r -> r.getFirst().text()))
            .toList());
  }

  private static void addRate(Scene scene, List<Cell> row, Optional<Rate> rate) {
    row.add(
        rate.map(r -> Cell.share(scene.formats().share(r.value()), r.value()))
            .orElse(Cell.text("–")));
    row.add(Cell.text(rate.map(r -> scene.interval(r) + " · " + scene.of(r)).orElse("–")));
  }

  private static boolean isRate(Scene scene, String kpi, String dimension, List<Period> periods) {
    return periods.stream()
        .flatMap(p -> scene.figures().byGroup(kpi, dimension, p.label()).values().stream())
        .anyMatch(row -> row.unit().equals("ratio"));
  }

  private static long sum(
      Scene scene, String kpi, String dimension, List<Period> periods, Optional<String> group) {
    return periods.stream()
        .map(p -> scene.figures().byGroup(kpi, dimension, p.label()).get(group))
        .filter(java.util.Objects::nonNull)
        .flatMap(row -> row.value().stream())
        .mapToLong(BigDecimal::longValue)
        .sum();
  }
}
