package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.report.ImportedRows;
import dev.svodka.report.Published;
import dev.svodka.report.ReportOptions;
import dev.svodka.report.ReportService;
import dev.svodka.source.imports.ImportCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code svodka report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Computes the figures of history files and publishes the reports into a folder.")
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HistoryOptions history;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The reports go to DIR/<account>/.")
  private Path out;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = Moment.Converter.class,
      description =
          "Only what happened before T is seen: a day (its end in the business's zone) or an ISO"
              + " instant. Left out: the end of the day of the last event.")
  private Optional<Moment> asOf;

  @Option(
      names = "--known-at",
      paramLabel = "T",
      converter = Moment.Converter.class,
      description = "Only what was known before T is seen. Left out: everything.")
  private Optional<Moment> knownAt;

  @Option(
      names = "--language",
      paramLabel = "ru|en",
      description = "Language of the pages: ${COMPLETION-CANDIDATES}. Left out: both.")
  private Optional<Language> language;

  @Option(
      names = "--reports",
      split = ",",
      paramLabel = "ID",
      description = "Which reports, by id. Left out: all.")
  private List<String> reports = List.of();

  @Option(names = "--full", description = "Lifts the limits on periods and groups in kpis.json.")
  private boolean full;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Business business = history.business();
    try (StagedFolder staged = StagedFolder.inside(out)) {
      Path made = staged.path().resolve("made");
      Path rejects = Path.of(business.account(), "rejects.csv");
      Files.createDirectories(made.resolve(business.account()));
      FolderObjectStore lake = new FolderObjectStore(staged.path().resolve("lake"));
      ImportCounts counts = history.read(business, lake, made.resolve(rejects), terminal);
      HistoryOptions.tell(counts, out.resolve(rejects), terminal);
      terminal.say("computing");
      Published published =
          new ReportService(
                  new FolderObjectStore(made),
                  new FolderObjectStore(out),
                  Version.TEXT,
                  ReportService.Layout.FOLDER)
              .publish(
                  business,
                  new LakeFeed(lake, business.account())::forEach,
                  options(business, Files.createDirectory(staged.path().resolve("spill"))),
                  Optional.of(rows(counts)));
      staged.moveTo(made, out);
      terminal.result(asOfLine(published, business));
      PageLines.of(published, business, out).forEach(terminal::result);
    }
    return ExitStatus.DONE;
  }

  private ReportOptions options(Business business, Path spill) {
    return ReportOptions.of(spill)
        .asOf(asOf.map(moment -> moment.in(business.zone())))
        .knownAt(knownAt.map(moment -> moment.in(business.zone())))
        .languages(language.map(List::of).orElse(List.of(Language.values())))
        .reports(reports)
        .full(full);
  }

  private static ImportedRows rows(ImportCounts counts) {
    return new ImportedRows(
        counts.read(),
        counts.imported(),
        counts.duplicates(),
        counts.filtered(),
        counts.rejected(),
        counts.rejectedByReason());
  }

  private String asOfLine(Published published, Business business) {
    String moment = published.asOf().atZone(business.zone()).toOffsetDateTime().toString();
    return asOf.isPresent()
        ? "as of " + moment
        : "as of %s, the end of the day of the last event (another with --as-of)".formatted(moment);
  }
}
