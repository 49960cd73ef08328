package dev.svodka.report.page;

import dev.svodka.core.business.Interval;
import dev.svodka.core.business.Span;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By when a process promises its steps: the deadline of its items where it has one, else the target
 * of each of its intervals. A process may have none.
 */
final class Terms {
  /**
   * One of them.
   *
   * @param share the KPI of those kept, of {@code subject}
   * @param overdue the KPI of those open and late, of {@code subject}
   * @param name what is to be done, and within which time
   */
  record Term(String share, String overdue, String subject, String name) {}

  private final Scene scene;
  private final List<Term> terms;

  Terms(Scene scene) {
    this.scene = scene;
    boolean deadline = scene.figures().find("on_time_rate", Figures.NONE, "all").isPresent();
    this.terms =
        deadline
            ? List.of(
                new Term(
                    "on_time_rate", "overdue_open", Figures.NONE, scene.figureName("on_time_rate")))
            : scene.process().intervals().stream().flatMap(i -> target(i).stream()).toList();
  }

  private Optional<Term> target(Interval interval) {
    return interval
        .target()
        .map(
            span ->
                new Term(
                    "interval_on_target",
                    "interval_overdue_open",
                    interval.id(),
                    scene.names().interval(interval.id()) + " " + within(scene, span)));
  }

  /** {@code за 4 рабочих часа}. */
  static String within(Scene scene, Span span) {
    String unit = span.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return scene
        .texts()
        .plural("span." + unit, "", span.count(), scene.formats().count(span.count()));
  }

  List<Term> all() {
    return terms;
  }

  boolean isShare(KpiRow row) {
    return terms.stream().anyMatch(term -> is(row, term.share(), term.subject()));
  }

  boolean isOverdue(KpiRow row) {
    return terms.stream().anyMatch(term -> is(row, term.overdue(), term.subject()));
  }

  private static boolean is(KpiRow row, String kpi, String subject) {
    return row.kpi().equals(kpi) && row.subject().orElse(Figures.NONE).equals(subject);
  }

  Optional<Rate> kept(Term term, String period) {
    return scene.figures().rate(term.share(), term.subject(), period);
  }

  /** All of them together. */
  Optional<Rate> kept(String period) {
    List<Rate> rates = new ArrayList<>();
    terms.forEach(term -> kept(term, period).ifPresent(rates::add));
    return rates.stream()
        .reduce(
            (a, b) -> new Rate(a.numerator() + b.numerator(), a.denominator() + b.denominator()));
  }

  /** The counts of those that are open and late. */
  List<KpiRow> overdueRows() {
    return terms.stream()
        .flatMap(term -> scene.figures().find(term.overdue(), term.subject(), "all").stream())
        .toList();
  }

  Optional<Long> overdue(Term term) {
    return scene.figures().count(term.overdue(), term.subject(), "all");
  }

  /** All of them together; empty where the process has no terms. */
  Optional<Long> overdue() {
    return terms.stream().flatMap(term -> overdue(term).stream()).reduce(Long::sum);
  }

  /** The processes where something is late, most first. */
  static List<Scene> late(Scene company) {
    return company.parts().stream()
        .filter(part -> part.overdueTerms() > 0)
        .sorted(
            Comparator.comparingLong(Scene::overdueTerms).reversed().thenComparing(Scene::title))
        .toList();
  }
}
