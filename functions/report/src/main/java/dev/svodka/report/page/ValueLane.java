package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Days and ratios of money by period: they have no base of items, and so no interval. */
final class ValueLane {
  private ValueLane() {}

  static boolean fits(Scene scene, String kpi) {
    return scene.figures().find(kpi, Figures.NONE, "all").filter(Measure::isValue).isPresent();
  }

  static ChartData.Lane of(Scene scene, String kpi, List<Period> periods) {
    List<Bar> bars = periods.stream().map(period -> bar(scene, kpi, period)).toList();
    boolean ratio =
        scene
            .figures()
            .find(kpi, Figures.NONE, "all")
            .filter(r -> r.unit().equals("ratio"))
            .isPresent();
    return new ChartData.Lane(
        scene.texts().get(ratio ? "flow.lane.rate" : "flow.lane.days", scene.figureName(kpi)),
        bars);
  }

  static String title(Scene scene, String kpi) {
    Measure measure = new Measure(scene);
    Optional<String> now =
        find(scene, kpi, scene.reported()).flatMap(r -> r.value().map(v -> measure.brief(r, v)));
    Optional<String> before =
        find(scene, kpi, scene.reported().previous())
            .flatMap(r -> r.value().map(v -> measure.brief(r, v)));
    if (now.isEmpty()) {
      return scene.byStep("flow.none", scene.called(scene.reported()));
    }
    return scene.figureName(kpi)
        + ": "
        + now.get()
        + before.map(was -> scene.byStep("flow.value.before", was)).orElse("");
  }

  private static Bar bar(Scene scene, String kpi, Period period) {
    Optional<KpiRow> row = find(scene, kpi, period);
    Optional<BigDecimal> value = row.flatMap(KpiRow::value);
    return new Bar(
        FlowSection.label(scene, period),
        Optional.empty(),
        value.map(v -> OptionalDouble.of(v.doubleValue())).orElse(OptionalDouble.empty()),
        row.flatMap(r -> r.value().map(v -> text(scene, r, v))).orElse(""),
        period.equals(scene.reported()) ? Tone.THIS : Tone.BEFORE,
        Optional.empty());
  }

  private static String text(Scene scene, KpiRow row, BigDecimal value) {
    return row.unit().equals("ratio")
        ? scene.formats().number(value.doubleValue() * 100, 0)
        : new Measure(scene).plain(row, value);
  }

  private static Optional<KpiRow> find(Scene scene, String kpi, Period period) {
    return scene.figures().find(kpi, Figures.NONE, period.label());
  }
}
