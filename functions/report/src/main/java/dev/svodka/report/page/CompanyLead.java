package dev.svodka.report.page;

import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Rate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentence about the whole company: are terms kept, and where is most overdue. */
final class CompanyLead {
  private static final int NAMED = 3;

  private CompanyLead() {}

  static String of(Scene company) {
    return kept(company) + " " + overdue(company);
  }

  private static String kept(Scene company) {
    String week = company.called(company.reported());
    Optional<Rate> now = kept(company, company.reported().label());
    Optional<Rate> before = kept(company, company.reported().previous().label());
    if (now.isEmpty()) {
      return company.texts().get("lead.company.none", week);
    }
    String share = company.formats().share(now.get().value());
    return before
        .map(
            was ->
                company.byStep(
                    "lead.company",
                    week,
                    share,
                    company.of(now.get()),
                    company.formats().share(was.value()),
                    company.verdict(now.get(), was)))
        .orElseGet(
            () -> company.texts().get("lead.company.alone", week, share, company.of(now.get())));
  }

  private static Optional<Rate> kept(Scene company, String period) {
    return company.figures().rate("terms_kept", Figures.NONE, period);
  }

  private static String overdue(Scene company) {
    List<Scene> late = Terms.late(company);
    if (late.isEmpty()) {
      return company.texts().get("lead.company.in-time");
    }
    long all = late.stream().mapToLong(Scene::overdueTerms).sum();
    return company
        .texts()
        .get(
            late.size() == 1 ? "lead.company.overdue.one" : "lead.company.overdue",
            company.formats().count(all),
            late.stream()
                .limit(NAMED)
                .map(
                    part ->
                        company
                            .texts()
                            .get(
                                "lead.company.late",
                                part.title(),
                                company.formats().count(part.overdueTerms())))
                .collect(Collectors.joining(", ")));
  }
}
