package dev.svodka.local.account;

import dev.svodka.dashboard.Revocations;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.dashboard.wiring.DashboardWiring;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.Stores;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account unlink}. */
@Command(
    name = "unlink",
    mixinStandardHelpOptions = true,
    description = "Ends a link at once, for pages that are open already too.")
final class UnlinkCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The account.")
  private String account;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "The link's id, which `link` tells and the log of openings.")
  private String id;

  @Mixin private ServedPlace place;

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      description = "The lake's bucket, where the stack is not to be asked for it.")
  private Optional<String> bucket;

  UnlinkCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Revocations> deployed =
        bucket
            .map(DashboardWiring::revocations)
            .or(() -> place.stack(stacks).map(found -> found.revocations(account)));
    if (deployed.isPresent()) {
      deployed.get().revoke(account, id);
    } else {
      try (Stores stores = place.folder().stores(Clock.systemUTC())) {
        new StoredRevocations(stores.lake()).revoke(account, id);
      }
    }
    terminal.result("the link %s of %s opens nothing any more".formatted(id, account));
    return 0;
  }
}
