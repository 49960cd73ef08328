package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.source.imports.ImportCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code svodka import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Turns history files into Arrow files of a lake, and computes nothing.")
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HistoryOptions history;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "The lake's folder; rejects.csv is written there.")
  private Path lake;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Business business = history.business();
    try (StagedFolder staged = StagedFolder.inside(lake)) {
      Path rejects = staged.path().resolve("rejects.csv");
      ImportCounts counts = history.read(business, new FolderObjectStore(lake), rejects, terminal);
      Path place = lake.resolve("rejects.csv");
      Files.move(rejects, place, StandardCopyOption.REPLACE_EXISTING);
      HistoryOptions.tell(counts, place, terminal);
    }
    return ExitStatus.DONE;
  }
}
