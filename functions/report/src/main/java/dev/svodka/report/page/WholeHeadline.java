package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of all time with what it is of: durations, and what is told of items by their creation,
 * of which the newest are never complete. Its line is by month.
 */
record WholeHeadline(Scene scene, String kpi, String subject) {
  private static final List<String> BY_CREATION =
      List.of("first_pass_rate", "rework_rate", "rounds_mean");

  /** Empty where the figure is of another kind. */
  static Optional<WholeHeadline> of(Scene scene, ReportSpec.Headline headline) {
    boolean interval = headline.subject().equals(Optional.of("first-interval"));
    if (interval) {
      return WaitSection.first(scene).map(id -> new WholeHeadline(scene, headline.figure(), id));
    }
    return headline.now() && BY_CREATION.contains(headline.figure())
        ? Optional.of(new WholeHeadline(scene, headline.figure(), Figures.NONE))
        : Optional.empty();
  }

  private String clock() {
    return subject.isEmpty() ? Figures.NONE : "elapsed";
  }

  private Optional<KpiRow> row(String period) {
    return scene.figures().find(kpi, subject, period, clock());
  }

  Optional<KpiRow> row() {
    return row("all");
  }

  boolean known() {
    return row().flatMap(KpiRow::value).isPresent();
  }

  Optional<String> text() {
    return row().flatMap(r -> r.value().map(v -> said(r, v)));
  }

  private String said(KpiRow row, BigDecimal value) {
    return new Measure(scene).brief(row, value);
  }

  Optional<String> base() {
    Optional<KpiRow> row = row();
    if (!subject.isEmpty()) {
      return Optional.of(
          scene.names().interval(subject)
              + row.flatMap(KpiRow::n).map(n -> " · " + scene.n(n)).orElse(""));
    }
    return row.flatMap(Figures::rate)
        .map(scene::of)
        .or(() -> row.flatMap(KpiRow::n).map(scene::n))
        .map(text -> text + " · " + scene.texts().get("headline.all-time"));
  }

  List<OptionalDouble> spark(int count) {
    return Period.lastFull(Period.Step.MONTH, scene.asOf(), scene.zone()).lastOnes(count).stream()
        .map(
            month ->
                row(month.label())
                    .flatMap(KpiRow::value)
                    .map(v -> OptionalDouble.of(v.doubleValue()))
                    .orElse(OptionalDouble.empty()))
        .toList();
  }
}
