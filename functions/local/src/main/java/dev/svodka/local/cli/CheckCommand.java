package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
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
  public Integer call() {
    Business business = BusinessFile.load(file);
    terminal.result(
        "%s is right: account %s, %d processes (%s), %d imports"
            .formatted(
                file,
                business.account(),
                business.processes().size(),
                String.join(", ", business.processes().keySet()),
                business.imports().size()));
    return ExitStatus.DONE;
  }
}
