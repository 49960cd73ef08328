package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.Sparkline;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.figure.Tally;
import dev.svodka.report.figure.Verdict;
import dev.svodka.report.page.PageView.Base;
import dev.svodka.report.page.PageView.HeadlineView;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** The figures at the top: value, base, change with its verdict, the last twelve periods. */
final class Headlines {
  private static final int SPARK = 12;
  private static final Set<String> WORSE_WHEN_HIGHER =
      Set.of(
          "failed", "rework_rate", "handover_rate", "fields_missing_rate", "deadline_moved_rate");

  private final Scene scene;

  Headlines(Scene scene) {
    this.scene = scene;
  }

  /** Nothing where the process has no such figure, such as a conversion without a funnel. */
  Optional<HeadlineView> view(ReportSpec.Headline headline) {
    if (headline.ofRipeCohort()) {
      return scene.lastOfFunnel().isEmpty() ? Optional.empty() : Optional.of(cohort(headline));
    }
    Optional<WholeHeadline> whole = WholeHeadline.of(scene, headline);
    if (whole.isPresent()) {
      return whole.filter(WholeHeadline::known).map(this::whole);
    }
    if (headline.now() && !scene.figures().has(headline.figure())) {
      return Optional.empty();
    }
    String subject = subject(headline);
    Period now = scene.reported();
    Optional<KpiRow> row =
        scene
            .figures()
            .find(headline.figure(), subject, now.label())
            .or(() -> scene.figures().find(headline.figure(), subject, "all"));
    if (scene.currency().isPresent() && row.isEmpty()) {
      return Optional.empty();
    }
    if (headline.now() || row.filter(Measure::isValue).isPresent()) {
      return value(headline);
    }
    boolean ratio = row.filter(r -> r.unit().equals("ratio")).isPresent();
    return Optional.of(ratio ? rate(headline, subject) : count(headline, subject));
  }

  /** Money that came without an invoice is told of where there is any. */
  private Optional<HeadlineView> value(ReportSpec.Headline headline) {
    ValueHeadline value = ValueHeadline.of(scene, headline);
    boolean nothing =
        value.now().flatMap(KpiRow::value).filter(v -> v.signum() != 0).isEmpty()
            && value.before().flatMap(KpiRow::value).filter(v -> v.signum() != 0).isEmpty();
    if (headline.figure().equals("unallocated") && nothing) {
      return Optional.empty();
    }
    return Optional.of(
        view(
            headline.figure(),
            value.now(),
            value.text(),
            value.full().orElse(""),
            value.base(),
            value.change(),
            Optional.empty(),
            value.spark(SPARK),
            value.full().orElse(scene.texts().get("no-data"))));
  }

  private HeadlineView whole(WholeHeadline whole) {
    return view(
        whole.kpi(),
        whole.row(),
        whole.text(),
        whole.text().orElse(""),
        whole.base(),
        Optional.empty(),
        Optional.empty(),
        whole.spark(SPARK),
        whole.text().orElse(scene.texts().get("no-data")));
  }

  private String subject(ReportSpec.Headline headline) {
    return headline
        .subject()
        .map(s -> s.equals("last-of-funnel") ? scene.lastOfFunnel().orElse(s) : s)
        .orElse(Figures.NONE);
  }

  private HeadlineView count(ReportSpec.Headline headline, String subject) {
    Period now = scene.reported();
    Optional<Long> value = scene.figures().count(headline.figure(), subject, now.label());
    Optional<Long> before =
        scene.figures().count(headline.figure(), subject, now.previous().label());
    return view(
        headline.figure(),
        scene.figures().find(headline.figure(), subject, now.label()),
        value.map(scene.formats()::count),
        value.map(scene.formats()::count).orElse(""),
        Optional.empty(),
        before.map(b -> before(b, value)),
        value.flatMap(
            v ->
                before.flatMap(
                    b ->
                        ChangeSection.verdict(
                            headline.figure(),
                            new Tally(v, now.days()),
                            new Tally(b, now.previous().days())))),
        now.lastOnes(SPARK).stream()
            .map(p -> scene.figures().count(headline.figure(), subject, p.label()))
            .map(c -> c.map(v -> OptionalDouble.of(v)).orElse(OptionalDouble.empty()))
            .toList(),
        value.map(scene.formats()::count).orElse(scene.texts().get("no-data")));
  }

  private String before(long before, Optional<Long> now) {
    String was = scene.texts().get("headline.before", scene.formats().count(before));
    long change = now.orElse(before) - before;
    return change == 0 ? was : was + " (" + scene.formats().signed(change) + ")";
  }

  private HeadlineView rate(ReportSpec.Headline headline, String subject) {
    Period now = scene.reported();
    Optional<Rate> rate = scene.figures().rate(headline.figure(), subject, now.label());
    Optional<Rate> before =
        scene.figures().rate(headline.figure(), subject, now.previous().label());
    return rateView(
        headline.figure(),
        scene.figures().find(headline.figure(), subject, now.label()),
        rate,
        rate.map(r -> scene.currency().isEmpty() ? base(headline.figure(), r) : ofMonth(r))
            .or(() -> Optional.of(noBase(headline.figure()))),
        before.map(b -> scene.texts().get("headline.before", scene.formats().share(b.value()))),
        before,
        now.lastOnes(SPARK).stream()
            .map(p -> scene.figures().rate(headline.figure(), subject, p.label()))
            .map(r -> r.map(v -> OptionalDouble.of(v.value())).orElse(OptionalDouble.empty()))
            .toList());
  }

  private String base(String kpi, Rate rate) {
    String base = scene.of(rate);
    return Excluded.of(scene, kpi, rate)
        .map(
            e ->
                scene
                    .texts()
                    .get("headline.excluded", base, scene.formats().count(e.count()), e.reasons()))
        .orElse(base);
  }

  /** Beside balances of today it has to be said what the rate is of. */
  private String ofMonth(Rate rate) {
    return scene.of(rate) + " · " + scene.called(scene.reported());
  }

  private String noBase(String kpi) {
    return scene
        .texts()
        .get(kpi.startsWith("win_rate") ? "headline.no-base" : "headline.no-base.any");
  }

  private HeadlineView cohort(ReportSpec.Headline headline) {
    Optional<Scene.Cohort> cohort = scene.newestRipe();
    Optional<Scene.Cohort> before = cohort.flatMap(scene::before);
    List<OptionalDouble> spark =
        cohort.stream()
            .flatMap(c -> c.period().lastOnes(SPARK).stream())
            .map(scene::ripe)
            .map(r -> r.map(v -> OptionalDouble.of(v.value())).orElse(OptionalDouble.empty()))
            .toList();
    return rateView(
        headline.figure(),
        cohort.flatMap(
            c ->
                scene
                    .lastOfFunnel()
                    .flatMap(
                        milestone ->
                            scene
                                .figures()
                                .find("conversion_within", milestone, c.period().label()))),
        cohort.map(Scene.Cohort::within),
        cohort.map(
            c ->
                scene.of(c.within())
                    + " · "
                    + scene.texts().get("headline.cohort", scene.called(c.period()))),
        before.map(
            b ->
                scene
                    .texts()
                    .get(
                        "headline.before.cohort",
                        scene.called(b.period()),
                        scene.formats().share(b.within().value()))),
        before.map(Scene.Cohort::within),
        spark);
  }

  private HeadlineView rateView(
      String kpi,
      Optional<KpiRow> row,
      Optional<Rate> rate,
      Optional<String> base,
      Optional<String> change,
      Optional<Rate> before,
      List<OptionalDouble> spark) {
    Optional<Verdict> verdict = rate.flatMap(r -> before.map(r::against));
    String full =
        rate.map(r -> scene.formats().fullShare(BigDecimal.valueOf(r.value()))).orElse("");
    String values =
        rate.map(
                r ->
                    full
                        + " = "
                        + scene.of(r)
                        + "; "
                        + scene.texts().get("headline.interval", scene.interval(r)))
            .orElse(scene.texts().get("no-data"));
    return view(
        kpi,
        row,
        rate.map(r -> scene.formats().share(r.value())),
        full,
        base,
        change,
        verdict,
        spark,
        values);
  }

  /**
   * @param row a count of which leads to what it counts; a rate's base does
   */
  private HeadlineView view(
      String kpi,
      Optional<KpiRow> row,
      Optional<String> value,
      String full,
      Optional<String> base,
      Optional<String> change,
      Optional<Verdict> verdict,
      List<OptionalDouble> spark,
      String values) {
    String name =
        kpi.equals("conversion_within")
            ? scene.figureName(kpi) + " " + CohortSection.age(scene)
            : scene.figureName(kpi);
    boolean count = row.filter(r -> r.unit().equals("count")).isPresent();
    List<String> list = row.flatMap(r -> scene.list(name, r)).map(URI::toString).stream().toList();
    return new HeadlineView(
        name,
        value.orElseGet(() -> scene.texts().get("no-data")),
        value.isEmpty(),
        full,
        count ? list : List.of(),
        base.map(text -> new Base(text, count ? List.of() : list)).stream().toList(),
        Stream.concat(change.stream(), row.stream().flatMap(r -> scene.was(List.of(r)).stream()))
            .toList(),
        verdict
            .map(v -> scene.texts().get("verdict.short." + v.name().toLowerCase(Locale.ROOT)))
            .stream()
            .toList(),
        verdict.map(v -> css(kpi, v)).orElse(""),
        Sparkline.svg(spark),
        scene.texts().get("define"),
        scene.definition(kpi).orElse(name),
        scene.texts().get("define.values", values, scene.formats().moment(scene.asOf())));
  }

  /** Of most that stands here more is better. */
  private static String css(String kpi, Verdict verdict) {
    boolean better = verdict == Verdict.HIGHER ^ WORSE_WHEN_HIGHER.contains(kpi);
    return verdict == Verdict.CHANCE ? "" : better ? "better" : "worse";
  }
}
