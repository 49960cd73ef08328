package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.history.ApiImport;
import dev.svodka.reconcile.LocalVault;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.SourceResult;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import dev.svodka.source.imports.ImportCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Turns history files, or what the CRM's API tells of a time, into Arrow files of a lake,"
            + " and computes nothing.")
final class ImportCommand implements Callable<Integer> {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final long STEPS = 1_000;

  private final Terminal terminal;

  @Option(
      names = "--business",
      required = true,
      paramLabel = "FILE",
      description = "The business file: what the company is, and its sources or imports.")
  private Path businessFile;

  @ArgGroup(multiplicity = "1")
  private Origin origin = new Origin();

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "The lake's folder; rejects.csv is written there.")
  private Path lake;

  /** Files, or a time. */
  static final class Origin {
    @Option(
        names = "--events",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "History files, read as the business file's imports say.")
    private @Nullable List<Path> files;

    @ArgGroup(exclusive = false)
    private @Nullable Time time;
  }

  /** What the API is asked for. */
  static final class Time {
    @Option(
        names = "--from",
        required = true,
        paramLabel = "T",
        converter = Moment.Converter.class,
        description = "Asks the CRM's API: the beginning of this day, or an instant.")
    private Moment from;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "T",
        converter = Moment.Converter.class,
        description = "The end of this day, or an instant.")
    private Moment to;

    @Option(
        names = "--source",
        paramLabel = "ID",
        description = "One source of the business file; left out: all that have a token.")
    private @Nullable String source;
  }

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Business business = BusinessFile.load(businessFile);
    if (origin.files != null) {
      files(business, origin.files);
    } else if (origin.time != null) {
      api(business, origin.time);
    }
    return ExitStatus.DONE;
  }

  private void files(Business business, List<Path> files) throws Exception {
    try (StagedFolder staged = StagedFolder.inside(lake)) {
      Path rejects = staged.path().resolve("rejects.csv");
      ImportCounts counts =
          HistoryOptions.read(business, files, new FolderObjectStore(lake), rejects, terminal);
      Path place = lake.resolve("rejects.csv");
      Files.move(rejects, place, StandardCopyOption.REPLACE_EXISTING);
      HistoryOptions.tell(counts, place, terminal);
    }
  }

  private void api(Business business, Time time) throws Exception {
    Instant from = beginning(time.from, business.zone());
    Instant to = time.to.in(business.zone());
    if (!from.isBefore(to)) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "--from is not before --to");
    }
    Parts parts =
        new Parts(
            new FolderObjectStore(lake),
            new MemoryCells(),
            new LocalVault(business.folder()),
            new PublicHosts(),
            new Transport(TIME_OUT),
            Clock.systemUTC(),
            Pause.REAL,
            new SecureRandom());
    tell(
        terminal.progress(
            "asking the CRM",
            STEPS,
            done ->
                new ApiImport(parts)
                    .run(
                        business,
                        from,
                        to,
                        Optional.ofNullable(time.source),
                        (list, reached) -> {
                          if (terminal.interactive()) {
                            done.accept(share(from, to, reached));
                          } else {
                            terminal.say("%s: read up to %s".formatted(list, reached));
                          }
                        })));
  }

  private static long share(Instant from, Instant to, Instant reached) {
    long length = Math.max(1, Duration.between(from, to).toSeconds());
    return Math.clamp(Duration.between(from, reached).toSeconds() * STEPS / length, 0, STEPS);
  }

  private void tell(List<ApiImport.Imported> imported) {
    for (ApiImport.Imported each : imported) {
      SourceResult result = each.result();
      terminal.result(
          "%s: %,d requests, %,d events imported, %,d rows rejected"
              .formatted(
                  result.source(),
                  result.requests(),
                  each.events(),
                  result.rejected().values().stream().mapToLong(rows -> rows).sum()));
      result
          .rejected()
          .forEach((reason, rows) -> terminal.result("  %,d rejected: %s".formatted(rows, reason)));
    }
    for (ApiImport.Imported each : imported) {
      if (each.result().outcome() == Outcome.FAILED) {
        throw new SvodkaException(
            ErrorCode.CRM_UNAVAILABLE,
            "%s; what was read is in the lake, and the same call goes on from there"
                .formatted(each.result().message()));
      }
    }
  }

  /** A day means its end everywhere else; here it is the day to begin with. */
  private static Instant beginning(Moment from, ZoneId zone) {
    return switch (from) {
      case Moment.EndOfDay(LocalDate day) -> day.atStartOfDay(zone).toInstant();
      case Moment.Exact(Instant instant) -> instant;
    };
  }
}
