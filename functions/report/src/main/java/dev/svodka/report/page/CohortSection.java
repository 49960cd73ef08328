package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Conversion of cohorts at equal age; those still too young are hatched and carry no verdict. */
final class CohortSection {
  /** The newest cohorts compared with as many before them. */
  private static final int MOST_COMPARED = 6;

  private CohortSection() {}

  static Made chart(Scene scene, Section section) {
    List<Period> cohorts = scene.cohorts(section.step(), section.last());
    List<Bar> bars = cohorts.stream().map(cohort -> bar(scene, cohort)).toList();
    ChartData data =
        new ChartData.Lanes(List.of(new ChartData.Lane("", bars)), scene.texts().get("no-data"));
    return new Made(
        title(scene, cohorts), subtitle(scene, cohorts), Optional.of(data), table(scene, cohorts));
  }

  static Made table(Scene scene, Section section) {
    List<Period> cohorts = scene.cohorts(section.step(), section.last());
    return new Made(
        scene.texts().get("cohort-table.title." + step(cohorts)),
        scene.texts().get("cohort-table.subtitle", age(scene)),
        Optional.empty(),
        table(scene, cohorts));
  }

  private static Bar bar(Scene scene, Period cohort) {
    String milestone = scene.lastOfFunnel().orElse("");
    Optional<Rate> ripe = scene.ripe(cohort);
    Optional<Rate> rate =
        ripe.or(() -> scene.figures().rate("conversion", milestone, cohort.label()));
    return new Bar(
        FlowSection.label(scene, cohort),
        Optional.of(rate.map(r -> scene.formats().count(r.denominator())).orElse("–")),
        rate.map(r -> OptionalDouble.of(r.value())).orElse(OptionalDouble.empty()),
        rate.map(r -> scene.formats().number(r.value() * 100, 0)).orElse(""),
        ripe.isEmpty() ? Tone.UNFINISHED : Tone.THIS,
        ripe.map(r -> new ChartData.Range(r.low(), r.high())));
  }

  private static String title(Scene scene, List<Period> cohorts) {
    List<Rate> ripe = cohorts.stream().flatMap(cohort -> scene.ripe(cohort).stream()).toList();
    if (ripe.isEmpty()) {
      return scene.texts().get("cohorts.none." + step(cohorts));
    }
    if (ripe.size() < 2) {
      return scene
          .texts()
          .get("cohorts.one." + step(cohorts), scene.formats().share(ripe.getFirst().value()));
    }
    int half = Math.min(ripe.size() / 2, MOST_COMPARED);
    Rate early = sum(ripe.subList(ripe.size() - 2 * half, ripe.size() - half));
    Rate late = sum(ripe.subList(ripe.size() - half, ripe.size()));
    return scene
        .texts()
        .get(
            "cohorts.title." + late.against(early).name().toLowerCase(java.util.Locale.ROOT),
            scene.texts().plural("ripe-" + step(cohorts), "", half, scene.formats().count(half)),
            scene.formats().share(late.value()),
            scene.formats().share(early.value()));
  }

  private static String step(List<Period> cohorts) {
    return switch (cohorts.getFirst().step()) {
      case WEEK -> "weeks";
      case MONTH -> "months";
    };
  }

  private static Rate sum(List<Rate> rates) {
    return new Rate(
        rates.stream().mapToLong(Rate::numerator).sum(),
        rates.stream().mapToLong(Rate::denominator).sum());
  }

  private static String subtitle(Scene scene, List<Period> cohorts) {
    String milestone = scene.lastOfFunnel().map(scene.names()::milestone).orElse("");
    return scene.texts().get("cohorts.subtitle." + step(cohorts), milestone, age(scene));
  }

  /** {@code за 30 дней}, or in words where the file gives no age. */
  static String age(Scene scene) {
    return scene
        .process()
        .within()
        .map(span -> Terms.within(scene, span))
        .orElseGet(() -> scene.texts().get("span.usual"));
  }

  private static Table table(Scene scene, List<Period> cohorts) {
    List<String> milestones = scene.process().funnel();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.cohort"), false));
    for (int i = 0; i < milestones.size(); i++) {
      columns.add(new Column(scene.names().milestone(milestones.get(i)), true));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Period cohort : cohorts) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(scene.called(cohort), cohort.label()));
      boolean ripening = scene.ripe(cohort).isEmpty();
      for (int i = 0; i < milestones.size(); i++) {
        row.add(
            i == 0
                ? base(scene, milestones.getFirst(), cohort)
                : share(scene, milestones.get(i), cohort, ripening));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static Cell base(Scene scene, String milestone, Period cohort) {
    return scene
        .figures()
        .count("passed", milestone, cohort.label())
        .map(count -> Cell.number(scene.formats().count(count), count))
        .orElse(Cell.text("–"));
  }

  private static Cell share(Scene scene, String milestone, Period cohort, boolean ripening) {
    return scene
        .figures()
        .rate(ripening ? "conversion" : "conversion_within", milestone, cohort.label())
        .map(
            rate ->
                Cell.share(scene.formats().share(rate.value()), rate.value())
                    .shaded(rate.value(), ripening))
        .orElse(Cell.text("–"));
  }
}
