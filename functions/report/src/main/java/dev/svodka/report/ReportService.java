package dev.svodka.report;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.BrokenInvariant;
import dev.svodka.kpi.EventFeed;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.lake.crm.CrmNames;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.report.Publisher.Bulk;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Behind;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import dev.svodka.report.quality.PublishedBefore;
import dev.svodka.report.quality.Quality;
import dev.svodka.report.quality.QualityFinder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes a company's figures, writes its reports and publishes them under its account. */
public final class ReportService {
  private static final String JSON = "application/json";
  private static final String PARQUET = "application/vnd.apache.parquet";

  /** How reports lie where they are published. */
  public enum Layout {
    /** {@code <account>/<report>.<language>.html}: a folder to look into. */
    FOLDER,
    /** {@code <account>/runs/…} behind {@code <account>/reports.json}: what the dashboard reads. */
    SHELF
  }

  private final ObjectStore reports;
  private final ObjectStore earlier;
  private final String version;
  private final Layout layout;
  private final Optional<ObjectStore> lake;

  /**
   * @param reports where pages are published; keys begin with the account
   * @param version of the program, as {@code kpis.json} tells it
   */
  public ReportService(ObjectStore reports, String version, Layout layout) {
    this(reports, reports, version, layout);
  }

  /**
   * @param earlier where the reports will stand at last, beside those of earlier runs
   */
  public ReportService(ObjectStore reports, ObjectStore earlier, String version, Layout layout) {
    this(reports, earlier, version, layout, Optional.empty());
  }

  private ReportService(
      ObjectStore reports,
      ObjectStore earlier,
      String version,
      Layout layout,
      Optional<ObjectStore> lake) {
    this.reports = reports;
    this.earlier = earlier;
    this.version = version;
    this.layout = layout;
    this.lake = lake;
  }

  /**
   * The same that also tells what other functions left in the lake: how asking the CRMs went, and
   * what could not be read.
   */
  public ReportService beside(ObjectStore lakeOfEvents) {
    return new ReportService(reports, earlier, version, layout, Optional.of(lakeOfEvents));
  }

  /**
   * Makes the reports. On a shelf the reader sees all of them at once or, where the run fails,
   * those of before; in a folder the files of all are complete before the first page is replaced.
   *
   * @param imported what an import made of its rows, where the events come from one
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} for a report that does not exist, and
   *     what {@link KpiEngine#run} throws
   */
  public Published publish(
      Business business, EventFeed feed, ReportOptions options, Optional<ImportedRows> imported) {
    List<ReportSpec> specs = ReportSpecs.of(business, options.reports());
    try (KpiRun run = new KpiEngine().run(business, feed, kpiOptions(options))) {
      Quality.Restated restated = before(business).compare(run, version);
      List<String> broken = run.brokenInvariants().stream().map(ReportService::said).toList();
      RunFacts facts =
          new RunFacts(
              business,
              run.rows(),
              unpaid(business, run),
              run.asOf(),
              broken,
              QualityJson.counts(run.quality(), imported),
              run.quality().lastEvent(),
              Behind.of(run),
              QualityFinder.find(
                  run,
                  lake,
                  imported.map(ImportedRows::rejectedByReason).orElseGet(TreeMap::new),
                  restated),
              lake.map(objects -> crmNames(business, objects, run.asOf())).orElse(CrmNames.NONE));
      List<Rendered> rendered = new ArrayList<>();
      Map<Language, ReportWriter> writers = new EnumMap<>(Language.class);
      for (Language language : options.languages()) {
        ReportWriter writer = new ReportWriter(facts, language, specs);
        writers.put(language, writer);
        specs.stream().map(writer::write).forEach(rendered::add);
      }
      List<Bulk> bulk =
          List.of(
              new Bulk("kpis.json", JSON, file -> writeKpis(run, file)),
              new Bulk(
                  "data-quality.json",
                  JSON,
                  file -> Files.write(file, QualityJson.write(run.quality(), imported))),
              new Bulk(
                  PublishedBefore.FILE,
                  JSON,
                  file -> Files.write(file, PublishedBefore.file(restated))),
              new Bulk("facts.parquet", PARQUET, run::writeFacts));
      Publisher publisher = new Publisher(reports, business.account(), options.tempFolder());
      List<String> paths =
          switch (layout) {
            case FOLDER -> publisher.put(folder(business, rendered, writers), bulk);
            case SHELF -> shelve(publisher, facts, specs, rendered, writers, bulk);
          };
      return new Published(
          run.asOf(),
          run.knownAt(),
          rendered.stream().map(page -> page(business, page)).toList(),
          paths,
          broken);
    }
  }

  private static CrmNames crmNames(Business business, ObjectStore objects, Instant asOf) {
    List<String> sources = business.sources().stream().map(LiveSource::id).toList();
    return CrmNames.find(objects, business.account(), sources, asOf);
  }

  private PublishedBefore before(Business business) {
    return switch (layout) {
      case FOLDER -> new PublishedBefore(earlier, business.account() + "/");
      case SHELF ->
          new PublishedBefore(
              reports,
              Shelf.find(reports, business.account())
                  .map(shelf -> ReportKeys.run(business.account(), shelf.front()))
                  .orElse(ReportKeys.runs(business.account())));
    };
  }

  private List<String> shelve(
      Publisher publisher,
      RunFacts facts,
      List<ReportSpec> specs,
      List<Rendered> rendered,
      Map<Language, ReportWriter> writers,
      List<Bulk> bulk) {
    Business business = facts.business();
    Optional<Shelf> before = Shelf.find(reports, business.account());
    NewShelf shelf =
        new NewShelf(business, facts.asOf(), before, ReportSpecs.of(business, List.of()), rendered);
    OwnerSlices slices =
        new OwnerSlices(
            facts,
            specs.stream().filter(ReportSpec::ownerSlices).toList(),
            List.copyOf(writers.keySet()),
            shelf);
    Issues issues = Issues.in(reports, ReportKeys.kept(business.account()), rendered);
    List<Rendered.File> fronts = new ArrayList<>();
    writers.forEach((language, writer) -> fronts.addAll(shelf.fronts(writer, language, issues)));
    List<Rendered.File> files = files(rendered, fronts);
    List<String> keys =
        new ArrayList<>(
            publisher.keep(rendered.stream().flatMap(page -> page.kept().stream()).toList()));
    keys.addAll(
        publisher.shelve(before, shelf.shelf(files, facts.rows()), files, slices.files(), bulk));
    return keys;
  }

  private List<Rendered.File> folder(
      Business business, List<Rendered> rendered, Map<Language, ReportWriter> writers) {
    Issues issues = Issues.in(earlier, business.account() + "/", rendered);
    return Stream.concat(
            rendered.stream().flatMap(page -> page.kept().stream()),
            files(rendered, indexes(rendered, writers, issues)).stream())
        .toList();
  }

  private static List<Rendered.File> indexes(
      List<Rendered> rendered, Map<Language, ReportWriter> writers, Issues issues) {
    List<Rendered.File> indexes = new ArrayList<>();
    writers.forEach(
        (language, writer) ->
            indexes.add(
                writer.index(
                    rendered.stream().filter(page -> page.language() == language).toList(),
                    issues.in(language))));
    return indexes;
  }

  /** The front pages come last. */
  private static List<Rendered.File> files(List<Rendered> rendered, List<Rendered.File> fronts) {
    return Stream.concat(rendered.stream().flatMap(page -> page.files().stream()), fronts.stream())
        .toList();
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
        rendered.headlines(),
        rendered.files().stream().map(Rendered.File::path).toList(),
        rendered.empty());
  }
}
