package dev.svodka.report;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.Language;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.BrokenInvariant;
import dev.svodka.kpi.EventFeed;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Computes a company's figures, writes its reports and publishes them under its account. */
public final class ReportService {
  private static final String JSON = "application/json";
  private static final String PARQUET = "application/vnd.apache.parquet";

  private final ObjectStore reports;
  private final String version;

  /**
   * @param reports where pages are published; keys begin with the account
   * @param version of the program, as {@code kpis.json} tells it
   */
  public ReportService(ObjectStore reports, String version) {
    this.reports = reports;
    this.version = version;
  }

  /**
   * Makes the reports. The files of all of them are complete before the first page is replaced, and
   * the front pages come last: a run that fails leaves the old pages as they were.
   *
   * @param imported what an import made of its rows, where the events come from one
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} for a report that does not exist, and
   *     what {@link KpiEngine#run} throws
   */
  public Published publish(
      Business business, EventFeed feed, ReportOptions options, Optional<ImportedRows> imported) {
    List<ReportSpec> specs = ReportSpecs.of(business, options.reports());
    try (KpiRun run = new KpiEngine().run(business, feed, kpiOptions(options))) {
      List<String> broken = run.brokenInvariants().stream().map(ReportService::said).toList();
      RunFacts facts =
          new RunFacts(
              business,
              run.rows(),
              unpaid(business, run),
              run.asOf(),
              broken,
              QualityJson.counts(run.quality(), imported),
              run.quality().lastEvent());
      List<Rendered> rendered = new ArrayList<>();
      List<Rendered.File> fronts = new ArrayList<>();
      for (Language language : options.languages()) {
        ReportWriter writer = new ReportWriter(facts, language);
        List<Rendered> pages = specs.stream().map(writer::write).toList();
        rendered.addAll(pages);
        fronts.add(writer.index(pages));
      }
      Publication publication = new Publication(reports, business.account());
      throughFile(
          publication, "kpis.json", JSON, options.tempFolder(), file -> writeKpis(run, file));
      publication.put("data-quality.json", JSON, QualityJson.write(run.quality(), imported));
      throughFile(publication, "facts.parquet", PARQUET, options.tempFolder(), run::writeFacts);
      rendered.forEach(page -> page.files().forEach(publication::put));
      publication.lastly(fronts);
      return new Published(
          run.asOf(),
          run.knownAt(),
          rendered.stream().map(page -> page(business, page)).toList(),
          publication.paths(),
          broken);
    }
  }

  private static KpiOptions kpiOptions(ReportOptions options) {
    KpiOptions defaults = KpiOptions.of(options.tempFolder());
    return new KpiOptions(
        options.asOf(),
        options.knownAt(),
        options.full(),
        options.tempFolder(),
        defaults.memoryLimit(),
        defaults.threads());
  }

  private static Map<String, List<UnpaidInvoice>> unpaid(Business business, KpiRun run) {
    return business.processes().values().stream()
        .filter(process -> process.kind() == ProcessKind.INVOICE)
        .collect(Collectors.toMap(BusinessProcess::id, process -> run.unpaid(process.id())));
  }

  private void writeKpis(KpiRun run, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      run.writeJson(out, version);
    }
  }

  /** Makes a file. */
  @FunctionalInterface
  private interface FileWriter {
    void write(Path file) throws IOException;
  }

  /** What grows with the company goes over the disk, not through memory. */
  private static void throughFile(
      Publication publication, String name, String type, Path tempFolder, FileWriter writer) {
    try {
      Path folder = Files.createTempDirectory(tempFolder, "published");
      Path file = folder.resolve(name);
      try {
        writer.write(file);
        publication.put(name, type, file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL, tempFolder + ": " + e.getMessage() + "; free space there", e);
    }
  }

  private static String said(BrokenInvariant broken) {
    return broken.invariant() + ": " + broken.detail();
  }

  private static Published.Page page(Business business, Rendered rendered) {
    return new Published.Page(
        rendered.reportId(),
        rendered.language(),
        business.account() + "/" + rendered.files().getLast().path(),
        rendered.title(),
        rendered.period(),
        rendered.lead(),
        rendered.headlines());
  }
}
