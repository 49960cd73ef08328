package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.history.HistoryLake;
import dev.svodka.source.imports.ImportCounts;
import dev.svodka.source.imports.RejectsCsv;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that read history files. */
final class HistoryOptions {
  private static final long STEPS = 1_000;

  @Option(
      names = "--business",
      required = true,
      paramLabel = "FILE",
      description = "The business file: what the company is and how its files become events.")
  private Path businessFile;

  @Option(
      names = "--events",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "History files: .csv, .xes, .xes.gz, .jsonl, .arrow, .parquet, bank statements of 1C"
              + " (.txt), CommerceML (.xml); read as the business file's imports say.")
  private List<Path> events;

  Business business() {
    return BusinessFile.load(businessFile);
  }

  /** Imports the files into a lake and writes the rejected rows. */
  ImportCounts read(Business business, ObjectStore lake, Path rejectsFile, Terminal terminal)
      throws Exception {
    return read(business, events, lake, rejectsFile, terminal);
  }

  static ImportCounts read(
      Business business, List<Path> events, ObjectStore lake, Path rejectsFile, Terminal terminal)
      throws Exception {
    HistoryLake history = new HistoryLake(lake, LocalDate.now(ZoneOffset.UTC));
    try (RejectsCsv rejects = new RejectsCsv(rejectsFile)) {
      return terminal.progress(
          "reading " + names(events),
          STEPS,
          done ->
              history.add(
                  business,
                  events,
                  rejects,
                  (read, total) -> done.accept(total == 0 ? STEPS : read * STEPS / total)));
    }
  }

  private static String names(List<Path> events) {
    return events.size() == 1
        ? String.valueOf(events.getFirst().getFileName())
        : events.size() + " files";
  }

  /** What became of the rows, in a line or two. */
  static void tell(ImportCounts counts, Path rejects, Terminal terminal) {
    terminal.result(
        "read %,d rows: %,d imported, %,d duplicates, %,d filtered, %,d rejected; %,d events"
            .formatted(
                counts.read(),
                counts.imported(),
                counts.duplicates(),
                counts.filtered(),
                counts.rejected(),
                counts.events()));
    if (counts.rejected() > 0) {
      counts
          .rejectedByReason()
          .forEach((reason, rows) -> terminal.result("  %,d rejected: %s".formatted(rows, reason)));
      terminal.result("  each of them stands in " + rejects);
    }
  }
}
