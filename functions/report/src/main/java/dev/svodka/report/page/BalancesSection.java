package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was unpaid at the ends of the last periods, as it was then, and what of it was overdue; the
 * last bar is as-of.
 */
final class BalancesSection {
  private record Point(
      String label, String name, Optional<BigDecimal> unpaid, Optional<BigDecimal> overdue) {}

  private BalancesSection() {}

  static Optional<Made> make(Scene scene, Section section) {
    if (!scene.figures().has("outstanding")) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    List<Period> periods =
        scene.begun(scene.periods(section.step(), section.last()), List.of("outstanding"));
    for (Period period : periods) {
      points.add(
          new Point(
              FlowSection.label(scene, period),
              period.last().toString(),
              Balance.at(scene, "outstanding", period),
              Balance.at(scene, "overdue", period)));
    }
    points.add(
        new Point(
            scene.texts().get("balances.now"),
            scene.lastDay().toString(),
            Balance.now(scene, "outstanding"),
            Balance.now(scene, "overdue")));
    BigDecimal greatest =
        points.stream()
            .flatMap(point -> point.unpaid().stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    Scale scale = Scale.of(greatest);
    List<Bar> bars = points.stream().map(point -> bar(scene, point, scale)).toList();
    return Optional.of(
        new Made(
            title(scene),
            scene
                .texts()
                .get(
                    "balances.subtitle",
                    scene.formats().moneyUnit(scale, scene.currency().orElse(""))),
            Optional.of(
                new ChartData.Lanes(
                    List.of(new ChartData.Lane("", bars)), scene.texts().get("no-data"))),
            table(scene, points)));
  }

  private static Bar bar(Scene scene, Point point, Scale scale) {
    return new Bar(
        point.label(),
        Optional.empty(),
        point.unpaid().map(m -> OptionalDouble.of(m.doubleValue())).orElse(OptionalDouble.empty()),
        point.unpaid().map(m -> scene.formats().brief(m, scale)).orElse(""),
        Tone.BEFORE,
        Optional.empty(),
        point
            .overdue()
            .map(m -> new ChartData.Part(m.doubleValue(), scene.formats().brief(m, scale))));
  }

  private static String title(Scene scene) {
    Optional<BigDecimal> now = Balance.now(scene, "outstanding");
    Optional<BigDecimal> before = Balance.at(scene, "outstanding", scene.reported());
    if (now.isEmpty()) {
      return scene.texts().get("no-data");
    }
    if (before.isEmpty()) {
      return scene.texts().get("balances.title", scene.briefMoney(now.get()));
    }
    int change = now.get().compareTo(before.get());
    return scene
        .texts()
        .get(
            change > 0 ? "balances.more" : change < 0 ? "balances.less" : "balances.same",
            scene.briefMoney(now.get()),
            scene.briefMoney(now.get().subtract(before.get()).abs()),
            scene.formats().day(scene.reported().last()));
  }

  private static Table table(Scene scene, List<Point> points) {
    Measure measure = new Measure(scene);
    return new Table(
        List.of(
            new Column(scene.texts().get("column.day"), false),
            new Column(scene.figureName("outstanding"), true),
            new Column(scene.figureName("overdue"), true)),
        points.stream()
            .map(
                point ->
                    List.of(
                        Cell.text(point.name()),
                        point.unpaid().map(measure::moneyCell).orElse(Cell.text("")),
                        point.overdue().map(measure::moneyCell).orElse(Cell.text(""))))
            .toList());
  }
}
