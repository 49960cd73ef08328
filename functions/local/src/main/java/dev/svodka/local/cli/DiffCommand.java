package dev.svodka.local.cli;

import dev.svodka.kpi.diff.KpisDiff;
import dev.svodka.kpi.diff.KpisFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code svodka diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Compares two kpis.json of one account: every figure that was added, is gone or changed, and"
            + " why.")
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The kpis.json of before.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The kpis.json of now.")
  private Path now;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    KpisDiff diff = KpisDiff.between(KpisFile.read(before), KpisFile.read(now));
    new DiffLines(diff).lines().forEach(terminal::result);
    return ExitStatus.DONE;
  }
}
