package dev.svodka.report.page;

import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import java.util.Optional;

/** The sentence that says what happened: the week's counts, the rate, and whether it changed. */
final class Lead {
  private Lead() {}

  /** A company's own report speaks of its first figure where that is a rate. */
  static String of(Scene scene, ReportSpec spec) {
    if (spec.ofData()) {
      return QualityLead.of(QualityScene.of(scene));
    }
    if (spec.per() == ReportSpec.Per.COMPANY) {
      return spec.ofActs() ? new ActHeadlines(ActScene.of(scene)).lead() : CompanyLead.of(scene);
    }
    if (scene.currency().isPresent()) {
      return UnpaidLead.of(scene);
    }
    if (!spec.own() && spec.processes() == ReportSpec.Processes.APPROVAL) {
      return ApprovalLead.of(scene);
    }
    return spec.headlines().stream()
        .limit(spec.own() ? 1 : 0)
        .map(ReportSpec.Headline::figure)
        .flatMap(
            kpi ->
                scene.figures().rate(kpi, Figures.NONE, scene.reported().label()).stream()
                    .map(rate -> rate(scene, kpi, rate)))
        .findFirst()
        .orElseGet(() -> of(scene));
  }

  private static String of(Scene scene) {
    Period now = scene.reported();
    Optional<Long> created = scene.figures().count("created", Figures.NONE, now.label());
    Optional<Long> succeeded = scene.figures().count("succeeded", Figures.NONE, now.label());
    Optional<Long> failed = scene.figures().count("failed", Figures.NONE, now.label());
    if (created.orElse(0L) + succeeded.orElse(0L) + failed.orElse(0L) == 0) {
      return scene.texts().get("lead.week.none", scene.called(now));
    }
    String counts =
        scene
            .texts()
            .get(
                "lead.week",
                scene.called(now),
                counted(scene, "created", created),
                counted(scene, "succeeded", succeeded),
                counted(scene, "failed", failed));
    return scene
        .figures()
        .rate("win_rate", Figures.NONE, now.label())
        .map(rate -> counts + " " + rate(scene, "win_rate", rate) + excluded(scene, rate))
        .orElse(counts);
  }

  private static String excluded(Scene scene, Rate rate) {
    return Excluded.of(scene, "win_rate", rate)
        .map(e -> scene.texts().get("lead.excluded", scene.formats().count(e.count()), e.reasons()))
        .map(text -> " " + text)
        .orElse("");
  }

  private static String counted(Scene scene, String kpi, Optional<Long> count) {
    long value = count.orElse(0L);
    return scene
        .texts()
        .plural("lead." + kpi, scene.itemType(), value, scene.formats().count(value));
  }

  static String rate(Scene scene, String kpi, Rate rate) {
    Optional<Rate> before =
        scene.figures().rate(kpi, Figures.NONE, scene.reported().previous().label());
    String name = scene.figureName(kpi);
    String value = scene.formats().share(rate.value());
    return before
        .map(
            b ->
                scene.byStep(
                    "lead.rate",
                    name,
                    value,
                    scene.interval(rate),
                    scene.of(rate),
                    scene.formats().share(b.value()),
                    scene.verdict(rate, b),
                    scene.called(scene.reported())))
        .orElseGet(
            () ->
                scene
                    .texts()
                    .get("lead.rate.alone", name, value, scene.interval(rate), scene.of(rate)));
  }
}
