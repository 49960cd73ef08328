package dev.svodka.local.cli;

import dev.svodka.local.generate.GeneratedFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Makes up a company with all eight processes; the same seed gives the same bytes.")
final class GenerateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--items",
      required = true,
      paramLabel = "N",
      description = "How many items are begun.")
  private long items;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where events.csv, events.arrow, events.parquet and business.yaml go.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Left out: ${DEFAULT-VALUE}.")
  private long seed;

  GenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (StagedFolder staged = StagedFolder.inside(out)) {
      long events =
          terminal.progress(
              "generating %d items".formatted(items),
              items,
              done -> GeneratedFiles.write(staged.path(), items, seed, done));
      staged.moveTo(staged.path(), out);
      terminal.result("%d items, %d events in %s".formatted(items, events, out));
    }
    return ExitStatus.DONE;
  }
}
