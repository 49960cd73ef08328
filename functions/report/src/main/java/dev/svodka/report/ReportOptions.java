package dev.svodka.report;

import dev.svodka.core.business.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How reports are made.
 *
 * @param asOf exclusive; left out: the end of the local day of the last event
 * @param knownAt exclusive; left out: all that is known
 * @param languages one page each
 * @param reports ids; empty: all that come with the project and the company's own
 * @param full lifts the limits on periods and groups of {@code kpis.json}
 * @param tempFolder for spilling and for {@code facts.parquet} on its way
 */
public record ReportOptions(
    Optional<Instant> asOf,
    Optional<Instant> knownAt,
    List<Language> languages,
    List<String> reports,
    boolean full,
    Path tempFolder) {
  public ReportOptions {
    languages = List.copyOf(languages);
    reports = List.copyOf(reports);
  }

  /** All reports in both languages, as of the end of the last event's day. */
  public static ReportOptions of(Path tempFolder) {
    return new ReportOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(Language.values()),
        List.of(),
        false,
        tempFolder);
  }

  public ReportOptions asOf(Optional<Instant> moment) {
    return new ReportOptions(moment, knownAt, languages, reports, full, tempFolder);
  }

  public ReportOptions knownAt(Optional<Instant> moment) {
    return new ReportOptions(asOf, moment, languages, reports, full, tempFolder);
  }

  public ReportOptions languages(List<Language> wanted) {
    return new ReportOptions(asOf, knownAt, wanted, reports, full, tempFolder);
  }

  public ReportOptions reports(List<String> ids) {
    return new ReportOptions(asOf, knownAt, languages, ids, full, tempFolder);
  }

  public ReportOptions full(boolean lifted) {
    return new ReportOptions(asOf, knownAt, languages, reports, lifted, tempFolder);
  }
}
