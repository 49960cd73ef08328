package dev.svodka.report.deliver;

import dev.svodka.core.business.Business;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.report.Published;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.deliver.Bulletin.Attached;
import dev.svodka.report.deliver.Bulletin.Figure;
import dev.svodka.report.text.Outside;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which of the published pages go out today, and with what. */
final class Bulletins {
  private static final int FIGURES = 3;
  private static final String PNG = ".png";
  private static final String XLSX = ".xlsx";
  private static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ObjectStore reports;
  private final Business business;
  private final Published published;

  Bulletins(ObjectStore reports, Business business, Published published) {
    this.reports = reports;
    this.business = business;
    this.published = published;
  }

  /**
   * Those whose schedule names the day that begins at as-of, in the company's language; none that
   * has nothing to tell.
   */
  List<Bulletin> due() {
    LocalDate today = LocalDate.ofInstant(published.asOf(), business.zone());
    return published.pages().stream()
        .filter(page -> page.language() == business.language() && !page.empty())
        .filter(
            page ->
                ReportSpecs.of(business, List.of(page.reportId())).stream()
                    .anyMatch(spec -> dueOn(spec.schedule(), today)))
        .map(this::bulletin)
        .toList();
  }

  private static boolean dueOn(ReportSpec.Schedule schedule, LocalDate day) {
    return switch (schedule.every()) {
      case DAY -> true;
      case WEEK -> schedule.day().filter(day.getDayOfWeek()::equals).isPresent();
    };
  }

  private Bulletin bulletin(Published.Page page) {
    return new Bulletin(
        business.account(),
        Outside.clean(business.name()),
        page,
        page.headlines().stream()
            .limit(FIGURES)
            .map(figure -> new Figure(figure.name(), figure.value(), figure.change()))
            .toList(),
        file(page, PNG, "image/png"),
        file(page, XLSX, XLSX_TYPE));
  }

  /** Where the run has put it; what is kept of each week and month has paths of its own. */
  private String key(String path) {
    String kept = ReportKeys.kept(business.account());
    return published.paths().stream()
        .filter(key -> key.endsWith("/" + path) && !key.startsWith(kept))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(path + " has not been published"));
  }

  /** The page's first file of a kind. */
  private Optional<Attached> file(Published.Page page, String ending, String type) {
    return page.files().stream()
        .filter(path -> path.endsWith(ending))
        .findFirst()
        .map(
            path ->
                new Attached(
                    path.substring(path.lastIndexOf('/') + 1), type, reports.get(key(path))));
  }
}
