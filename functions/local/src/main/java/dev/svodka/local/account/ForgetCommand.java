package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.forget.CustomerFields;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.Erasure.Erased;
import dev.svodka.lake.forget.Whom;
import dev.svodka.local.cli.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account forget}. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Takes a person out of all that is kept, or a whole account. A person's id and name become a"
            + " pseudonym, so that counts stay what they were; pages are to be made anew.")
final class ForgetCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "ACCOUNT", description = "The account, as its business file names it.")
  private String account;

  @ArgGroup(multiplicity = "1")
  private Who who = new Who();

  @Mixin private EraseOptions options;

  /** Who is forgotten. */
  static final class Who {
    @Option(
        names = "--owner",
        paramLabel = "ID",
        required = true,
        description = "Somebody who works there, by the id or the name that events have.")
    private Optional<String> owner = Optional.empty();

    @Option(
        names = "--customer",
        paramLabel = "ID",
        required = true,
        description = "A customer or contact, by the CRM's id, the tax number or the name.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--all", required = true, description = "The whole account.")
    private boolean all;

    String told() {
      return owner.or(() -> customer).orElse("");
    }
  }

  ForgetCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    if (!who.all && who.told().isBlank()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "name whom to forget");
    }
    return options.run(
        account,
        who.all ? "delete the whole account " + account : "forget one person of " + account,
        terminal,
        stacks,
        erasure -> who.all ? all(erasure) : person(erasure));
  }

  private int all(Erasure erasure) {
    Optional<Business> business = options.business(account, erasure, terminal);
    long gone = erasure.account(account);
    terminal.result("%s: %,d events and files are gone for good".formatted(account, gone));
    business.stream()
        .flatMap(company -> company.sources().stream())
        .flatMap(source -> Stream.of(source.secret(), source.token(), source.applicationToken()))
        .flatMap(Optional::stream)
        .distinct()
        .forEach(reference -> terminal.say("its secret is to be deleted too: " + reference));
    return 0;
  }

  private int person(Erasure erasure) {
    Optional<Business> business = options.business(account, erasure, terminal);
    Whom whom = who.owner.isPresent() ? Whom.OWNER : Whom.CUSTOMER;
    List<String> names =
        business
            .flatMap(company -> Optional.ofNullable(company.owners().get(who.told())))
            .filter(name -> whom == Whom.OWNER)
            .map(List::of)
            .orElse(List.of());
    tell(
        erasure.person(
            account,
            whom,
            who.told(),
            names,
            business.map(CustomerFields::of).orElse(CustomerFields.NONE)));
    erasure.reports().ifPresent(any -> terminal.say("the pages of now are gone: make them anew"));
    return 0;
  }

  private void tell(Erased erased) {
    terminal.result(
        "%s now: %,d events in the table, %,d in closed files, %,d payloads in quarantine deleted"
            .formatted(erased.pseudonym(), erased.stored(), erased.lake(), erased.quarantined()));
    erased.issues().stream()
        .sorted()
        .forEach(issue -> terminal.result("kept page deleted: " + issue));
    if (!erased.found()) {
      terminal.say("nobody by this id was found; who comes by it later is not let in either");
    }
    erased.own().stream()
        .sorted()
        .forEach(
            file ->
                terminal.say(
                    "%s still tells this person: take it out there, put it by `svodka account add`, and run this again"
                        .formatted(file)));
  }
}
