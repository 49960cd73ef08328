package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.kpi.BrokenInvariant;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.history.Headlines;
import dev.svodka.local.history.RunFiles;
import dev.svodka.source.imports.ImportCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Option(names = "--full", description = "Lifts the limits on periods and groups in kpis.json.")
  private boolean full;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Business business = history.business();
    Path place = out.resolve(business.account());
    try (StagedFolder staged = StagedFolder.inside(out)) {
      Path made = Files.createDirectory(staged.path().resolve("account"));
      FolderObjectStore lake = new FolderObjectStore(staged.path().resolve("lake"));
      ImportCounts counts = history.read(business, lake, made.resolve("rejects.csv"), terminal);
      HistoryOptions.tell(counts, place.resolve("rejects.csv"), terminal);
      try (KpiRun run =
          new KpiEngine()
              .run(
                  business,
                  new LakeFeed(lake, business.account())::forEach,
                  options(business, Files.createDirectory(staged.path().resolve("spill"))))) {
        tellWhen(run);
        publish(run, counts, made);
      }
      staged.moveTo(made, place);
    }
    return ExitStatus.DONE;
  }

  private KpiOptions options(Business business, Path spill) {
    KpiOptions options = KpiOptions.of(spill).full(full);
    if (asOf.isPresent()) {
      options = options.asOf(asOf.get().in(business.zone()));
    }
    return knownAt.isPresent() ? options.knownAt(knownAt.get().in(business.zone())) : options;
  }

  private void tellWhen(KpiRun run) {
    String moment = run.asOf().atZone(run.business().zone()).toOffsetDateTime().toString();
    terminal.result(
        asOf.isPresent()
            ? "as of " + moment
            : "as of %s, the end of the day of the last event (another with --as-of)"
                .formatted(moment));
    for (BrokenInvariant broken : run.brokenInvariants()) {
      terminal.say(
          "svodka: a fault of ours: the figures break %s: %s"
              .formatted(broken.invariant(), broken.detail()));
    }
  }

  private void publish(KpiRun run, ImportCounts counts, Path made) throws IOException {
    RunFiles.write(run, Optional.of(counts), made);
    Headlines.of(run.rows()).forEach(terminal::result);
  }
}
