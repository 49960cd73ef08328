package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the items of the newest cohort got that is old enough. */
final class FunnelSection {
  private static final double ROOM_FOR_VALUE = 0.72;

  /** One step: how many passed the milestone, how many reached it themselves. */
  private record Step(String name, long passed, Optional<Long> reached) {}

  private FunnelSection() {}

  static Made make(Scene scene) {
    Optional<Scene.Cohort> cohort = scene.newestRipe();
    String period = cohort.map(c -> c.period().label()).orElse("all");
    List<Step> steps = steps(scene, period);
    if (steps.size() < 2 || steps.getFirst().passed() == 0) {
      return new Made(
          scene.texts().get("funnel.none"),
          scene.texts().get("funnel.none.subtitle"),
          Optional.of(
              new ChartData.Rows(
                  List.of(), 1, List.of(), Optional.empty(), scene.texts().get("no-data"))),
          new Table(List.of(), List.of()));
    }
    String called =
        cohort
            .map(c -> scene.texts().get("cohort.created", scene.called(c.period())))
            .orElseGet(() -> scene.texts().get("cohort.all"));
    ChartData data =
        new ChartData.Rows(
            rows(scene, steps),
            steps.getFirst().passed() / ROOM_FOR_VALUE,
            List.of(),
            Optional.empty(),
            scene.texts().get("no-data"));
    return new Made(
        title(scene, steps),
        subtitle(scene, called, steps),
        Optional.of(data),
        table(scene, steps));
  }

  private static List<Step> steps(Scene scene, String period) {
    List<Step> steps = new ArrayList<>();
    for (String milestone : scene.process().funnel()) {
      scene
          .figures()
          .count("passed", milestone, period)
          .ifPresent(
              passed ->
                  steps.add(
                      new Step(
                          scene.names().milestone(milestone),
                          passed,
                          scene.figures().count("reached", milestone, period))));
    }
    return steps;
  }

  private static List<Row> rows(Scene scene, List<Step> steps) {
    List<Row> rows = new ArrayList<>();
    long first = steps.getFirst().passed();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Optional<String> below = Optional.empty();
      if (i + 1 < steps.size() && step.passed() > 0) {
        long lost = step.passed() - steps.get(i + 1).passed();
        below =
            Optional.of(
                lost <= 0
                    ? scene.texts().get("funnel.no-loss")
                    : scene
                        .texts()
                        .get(
                            "funnel.loss",
                            scene.formats().count(lost),
                            scene.formats().share((double) lost / step.passed())));
      }
      long skipped = step.passed() - step.reached().orElse(step.passed());
      String note =
          skipped > 0 ? scene.texts().get("funnel.skipped", scene.formats().count(skipped)) : "";
      String value =
          i == 0
              ? scene.formats().count(first)
              : scene.formats().count(step.passed())
                  + " · "
                  + scene.formats().share((double) step.passed() / first);
      Tone tone = i == steps.size() - 1 ? Tone.THIS : Tone.BEFORE;
      rows.add(
          new Row(step.name(), note, value, below, List.of(new Mark.Length(step.passed(), tone))));
    }
    return rows;
  }

  private static String title(Scene scene, List<Step> steps) {
    Rate rate =
        new Rate(
            Math.min(steps.getLast().passed(), steps.getFirst().passed()),
            steps.getFirst().passed());
    return scene
        .texts()
        .get(
            "funnel.title",
            steps.getLast().name(),
            scene.formats().count(rate.numerator()),
            scene.formats().count(rate.denominator()),
            scene.formats().share(rate.value()),
            scene.interval(rate));
  }

  private static String subtitle(Scene scene, String called, List<Step> steps) {
    int worst = 1;
    double worstShare = 2;
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i - 1).passed() == 0) {
        continue;
      }
      double share = (double) steps.get(i).passed() / steps.get(i - 1).passed();
      if (share < worstShare) {
        worst = i;
        worstShare = share;
      }
    }
    String cohort = scene.texts().get("funnel.subtitle", called);
    return steps.size() == 2 || worstShare >= 1
        ? cohort
        : cohort
            + " "
            + scene
                .texts()
                .get("funnel.worst", steps.get(worst - 1).name(), steps.get(worst).name());
  }

  private static Table table(Scene scene, List<Step> steps) {
    List<Column> columns =
        List.of(
            new Column(scene.texts().get("column.milestone"), false),
            new Column(scene.texts().get("figure.passed"), true),
            new Column(scene.texts().get("figure.conversion"), true));
    List<List<Cell>> rows = new ArrayList<>();
    for (Step step : steps) {
      double share = (double) step.passed() / steps.getFirst().passed();
      rows.add(
          List.of(
              Cell.text(step.name()),
              Cell.number(scene.formats().count(step.passed()), step.passed()),
              Cell.share(scene.formats().share(share), share)));
    }
    return new Table(columns, rows);
  }
}
