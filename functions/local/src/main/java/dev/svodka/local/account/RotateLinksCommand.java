package dev.svodka.local.account;

import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.DataFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka account rotate-links}. */
@Command(
    name = "rotate-links",
    mixinStandardHelpOptions = true,
    description =
        "Makes a new key of links. Links of the key before stay good until this is done once more.")
final class RotateLinksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "svodka-data",
      description = "The folder of `svodka serve`; ${DEFAULT-VALUE} where it is left out.")
  private Path data;

  RotateLinksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DataFolder.existing(data).secrets().rotateLinkKeys();
    terminal.result("a new key signs links; those of the key before the last open nothing now");
    return 0;
  }
}
