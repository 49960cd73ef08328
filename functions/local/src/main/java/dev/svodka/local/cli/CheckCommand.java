package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.kpi.KpiCatalogue;
import dev.svodka.local.init.Draft;
import dev.svodka.report.declare.OwnReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code svodka check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Validates a business file: every problem with its line, its column and the fix.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The business file.")
  private Path file;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Business business = BusinessFile.load(file);
    long kpis = KpiCatalogue.with(business.folder()).size() - (long) KpiCatalogue.shipped().size();
    int reports = OwnReports.in(business).size();
    terminal.result(
        "%s is right: account %s, %d processes (%s), %d imports"
            .formatted(
                file,
                business.account(),
                business.processes().size(),
                String.join(", ", business.processes().keySet()),
                business.imports().size()));
    if (kpis + reports > 0) {
      terminal.result(
          "beside it %d KPIs and %d reports of its own; the KPIs' SQL is tried when a report is made"
              .formatted(kpis, reports));
    }
    guesses();
    return ExitStatus.DONE;
  }

  /** Lines that {@code init} guessed and nobody has looked at yet. */
  private void guesses() throws IOException {
    int number = 0;
    for (String line : Files.readString(file).lines().toList()) {
      number++;
      if (line.contains(Draft.GUESSED)) {
        terminal.result("%s:%d: guessed, look at it: %s".formatted(file, number, line.strip()));
      }
    }
  }
}
