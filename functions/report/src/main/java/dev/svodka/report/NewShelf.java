package dev.svodka.report;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.kpi.KpiRow;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import dev.svodka.report.declare.NextIssue;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reader finds after a run: the reports it made and, of the others that the company still
 * has, those of earlier runs.
 *
 * @param known the company's reports in the order of the front page
 */
record NewShelf(
    Business business,
    Instant asOf,
    Optional<Shelf> before,
    List<ReportSpec> known,
    List<Rendered> made) {
  private static final int RUN_BYTES = 12;

  /** The front pages in one language: over all, and over those of each audience. */
  List<Rendered.File> fronts(ReportWriter writer, Language language, Issues issues) {
    List<Rendered.File> fronts = new ArrayList<>();
    fronts.add(writer.index(rendered(known.stream(), language), issues.in(language)));
    for (String audience : known.stream().map(ReportSpec::audience).distinct().toList()) {
      Rendered.File front =
          writer.index(
              rendered(known.stream().filter(spec -> spec.audience().equals(audience)), language),
              issues.in(language));
      fronts.add(
          new Rendered.File(
              ReportKeys.front(audience, language.tag()), front.contentType(), front.content()));
    }
    return fronts;
  }

  /**
   * What one owner's front page lists: the reports just made for that owner, and of earlier runs
   * the titles alone, for what else is kept of those is about all owners.
   */
  List<Rendered> ofOwner(List<Rendered> own, Language language) {
    return known.stream()
        .filter(ReportSpec::ownerSlices)
        .flatMap(
            spec ->
                find(own, spec, language)
                    .or(
                        () ->
                            earlier(spec, language)
                                .map(report -> again(spec, report, "", language)))
                    .stream())
        .toList();
  }

  /**
   * The shelf; the run is named by what it made, so that the same again is the same run.
   *
   * @param rows what else is made of: the owners' pages
   */
  Shelf shelf(List<Rendered.File> files, List<KpiRow> rows) {
    String run = name(files, rows);
    List<Shelved> reports =
        known.stream()
            .flatMap(
                spec ->
                    Stream.of(Language.values()).flatMap(language -> entry(spec, language, run)))
            .toList();
    return new Shelf(business.account(), business.language().tag(), run, reports);
  }

  private Stream<Shelved> entry(ReportSpec spec, Language language, String run) {
    return find(made, spec, language)
        .map(
            report ->
                new Shelved(
                    spec.id(),
                    language.tag(),
                    spec.audience(),
                    run,
                    asOf.toString(),
                    slices(spec),
                    report.title(),
                    report.period(),
                    report.lead().stream().findFirst().orElse("")))
        .or(() -> earlier(spec, language))
        .stream();
  }

  private List<Rendered> rendered(Stream<ReportSpec> specs, Language language) {
    return specs
        .flatMap(
            spec ->
                find(made, spec, language)
                    .or(
                        () ->
                            earlier(spec, language)
                                .map(report -> again(spec, report, report.lead(), language)))
                    .stream())
        .toList();
  }

  private static Optional<Rendered> find(List<Rendered> made, ReportSpec spec, Language language) {
    return made.stream()
        .filter(report -> report.reportId().equals(spec.id()) && report.language() == language)
        .findFirst();
  }

  private Optional<Shelved> earlier(ReportSpec spec, Language language) {
    return before.stream()
        .flatMap(shelf -> shelf.reports().stream())
        .filter(report -> report.id().equals(spec.id()) && report.language().equals(language.tag()))
        .findFirst()
        .map(report -> asDeclaredNow(spec, report));
  }

  /** Who may open it is decided by the declaration of today, not by that of when it was made. */
  private static Shelved asDeclaredNow(ReportSpec spec, Shelved report) {
    return new Shelved(
        report.id(),
        report.language(),
        spec.audience(),
        report.run(),
        report.asOf(),
        slices(spec),
        report.title(),
        report.period(),
        report.lead());
  }

  private static String slices(ReportSpec spec) {
    return spec.ownerSlices() ? "owner" : "";
  }

  /** As the front page speaks of it. */
  private Rendered again(ReportSpec spec, Shelved report, String lead, Language language) {
    return new Rendered(
        report.id(),
        language,
        report.title(),
        report.period(),
        NextIssue.after(Instant.parse(report.asOf()), spec.schedule(), business.zone()),
        lead.isEmpty() ? List.of() : List.of(lead),
        List.of(),
        List.of(),
        "",
        List.of(),
        false);
  }

  private static String name(List<Rendered.File> files, List<KpiRow> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Rendered.File file : files) {
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        digest.update(
            ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(path.length)
                .putInt(file.content().length)
                .flip());
        digest.update(path);
        digest.update(file.content());
      }
      for (KpiRow row : rows) {
        digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, RUN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
