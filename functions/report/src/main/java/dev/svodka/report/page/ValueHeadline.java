package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Money, days or another value at the top: a change without a verdict, for nothing tells how far it
 * swings by chance.
 *
 * @param now the row of the period or of as-of
 * @param before the one to compare with
 */
record ValueHeadline(
    Scene scene, ReportSpec.Headline headline, Optional<KpiRow> now, Optional<KpiRow> before) {
  static ValueHeadline of(Scene scene, ReportSpec.Headline headline) {
    Period reported = scene.reported();
    Optional<KpiRow> last = find(scene, headline, reported);
    return headline.now()
        ? new ValueHeadline(
            scene, headline, scene.figures().find(headline.figure(), Figures.NONE, "all"), last)
        : new ValueHeadline(scene, headline, last, find(scene, headline, reported.previous()));
  }

  private static Optional<KpiRow> find(Scene scene, ReportSpec.Headline headline, Period period) {
    return scene.figures().find(headline.figure(), Figures.NONE, period.label());
  }

  Optional<String> text() {
    return said(now, (row, value) -> new Measure(scene).brief(row, value));
  }

  Optional<String> full() {
    return said(now, (row, value) -> new Measure(scene).full(row, value));
  }

  /** What the value is of: how many invoices, which share, which month. */
  Optional<String> base() {
    return switch (headline.figure()) {
      case "outstanding" -> Optional.of(count(scene.unpaid().size()));
      case "overdue" -> overdue();
      case "debt" ->
          Balance.now(scene, "outstanding")
              .flatMap(all -> now.flatMap(KpiRow::value).map(all::subtract))
              .map(rest -> scene.texts().get("headline.not-debt", scene.briefMoney(rest)));
      case "unallocated" ->
          Balance.now(scene, "net")
              .map(net -> scene.texts().get("headline.net", scene.briefMoney(net)));
      default -> Optional.of(scene.called(scene.reported())).filter(name -> !headline.now());
    };
  }

  Optional<String> change() {
    return said(
        before,
        (row, was) -> {
          Measure measure = new Measure(scene);
          String told = measure.brief(row, was);
          String text =
              headline.now()
                  ? scene
                      .texts()
                      .get("headline.was-on", scene.formats().day(scene.reported().last()), told)
                  : scene.texts().get("headline.before", told);
          return text
              + now.flatMap(KpiRow::value)
                  .map(value -> value.subtract(was))
                  .filter(change -> change.signum() != 0)
                  .map(
                      change ->
                          " ("
                              + (change.signum() > 0 ? "+" : "")
                              + measure.brief(row, change)
                              + ")")
                  .orElse("");
        });
  }

  List<OptionalDouble> spark(int count) {
    List<OptionalDouble> points = new ArrayList<>();
    scene
        .reported()
        .lastOnes(headline.now() ? count - 1 : count)
        .forEach(period -> points.add(number(find(scene, headline, period))));
    if (headline.now()) {
      points.add(number(now));
    }
    return points;
  }

  private Optional<String> overdue() {
    long late = scene.unpaid().stream().filter(UnpaidInvoice::overdue).count();
    BigDecimal whole = Balance.now(scene, "outstanding").orElse(BigDecimal.ZERO);
    return now.flatMap(KpiRow::value)
        .filter(value -> whole.signum() > 0)
        .map(
            value ->
                scene
                        .texts()
                        .get(
                            "headline.of-unpaid",
                            scene.formats().share(value.doubleValue() / whole.doubleValue()))
                    + " · "
                    + count(late));
  }

  private String count(long invoices) {
    return scene.invoices("invoices.count", invoices);
  }

  private static OptionalDouble number(Optional<KpiRow> row) {
    return row.flatMap(KpiRow::value)
        .map(value -> OptionalDouble.of(value.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<String> said(
      Optional<KpiRow> row, java.util.function.BiFunction<KpiRow, BigDecimal, String> words) {
    return row.flatMap(r -> r.value().map(value -> words.apply(r, value)));
  }
}
