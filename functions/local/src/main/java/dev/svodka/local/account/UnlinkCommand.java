package dev.svodka.local.account;

import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.dashboard.wiring.DashboardWiring;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.DataFolder;
import dev.svodka.local.serve.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account unlink}. */
@Command(
    name = "unlink",
    mixinStandardHelpOptions = true,
    description = "Ends a link at once, for pages that are open already too.")
final class UnlinkCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The account.")
  private String account;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "The link's id, which `link` tells and the log of openings.")
  private String id;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "svodka-data",
      description = "The folder of `svodka serve`; ${DEFAULT-VALUE} where it is left out.")
  private Path data;

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      description = "Instead: the lake's bucket of a deployed stack.")
  private Optional<String> bucket;

  UnlinkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (bucket.isPresent()) {
      DashboardWiring.revocations(bucket.get()).revoke(account, id);
    } else {
      try (Stores stores = DataFolder.existing(data).stores(Clock.systemUTC())) {
        new StoredRevocations(stores.lake()).revoke(account, id);
      }
    }
    terminal.result("the link %s of %s opens nothing any more".formatted(id, account));
    return 0;
  }
}
