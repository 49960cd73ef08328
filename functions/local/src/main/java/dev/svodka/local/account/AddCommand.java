package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.KpiCatalogue;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.CompanyFiles;
import dev.svodka.report.declare.OwnReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Puts a company into a deployed stack, or a new business file in place of the one there:"
            + " shows which figures change, asks, and prints where its CRMs send their webhooks.")
final class AddCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "FILE", description = "The business file; kpi/ and report/ lie beside.")
  private Path file;

  @Mixin private StackOption stack;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  @Option(
      names = "--no-diff",
      description = "Does not compute which figures change, which takes two reports' time.")
  private boolean noDiff;

  AddCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    Business business = BusinessFile.load(file);
    KpiCatalogue.with(business.folder());
    OwnReports.in(business);
    List<LiveSource> sources = HookAddresses.sources(business);
    Stack found = stacks.open(stack.name());
    boolean known = found.lake().exists(StoredBusiness.key(business.account()));
    if (known && !noDiff) {
      new FigureChanges(found, business, terminal).tell();
    }
    ask(known, business, found);
    HookAddresses hooks = new HookAddresses(found, business, terminal);
    hooks.make();
    CompanyFiles.put(business, file, found.lake());
    terminal.result(
        "%s: in force in the stack %s within a minute".formatted(business.account(), found.name()));
    if (sources.isEmpty()) {
      terminal.say("no source of the business file has a `secret`: it takes no webhooks");
    }
    return hooks.tell(sources) ? 0 : 1;
  }

  private void ask(boolean known, Business business, Stack found) {
    String what =
        known
            ? "put the new business file of %s into the stack %s"
            : "put the account %s into the stack %s";
    if (!yes && !terminal.agreed(what.formatted(business.account(), found.name()))) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "nothing was done; --yes does it without asking");
    }
  }
}
