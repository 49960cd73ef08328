package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.forget.CustomerFields;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.Retention;
import dev.svodka.local.cli.Terminal;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code svodka account retention}. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description =
        "Gives pseudonyms to people of whom nothing was told for as long as the business file's"
            + " `retention` says. Figures stay what they were; pages are to be made anew.")
final class RetentionCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "ACCOUNT", description = "The account, as its business file names it.")
  private String account;

  @Mixin private EraseOptions options;

  RetentionCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    return options.run(
        account,
        "forget the people of %s that nothing was told of for its `retention`".formatted(account),
        terminal,
        stacks,
        this::age);
  }

  private int age(Erasure erasure) {
    Business business =
        options
            .business(account, erasure, terminal)
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.NOT_FOUND, account + ": there is no business file to go by"));
    Period kept =
        business
            .retention()
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.CALL_INVALID,
                        "the business file has no `retention`, such as `retention: 5 years`"));
    Instant before = Retention.before(business, kept, erasure.clock().instant());
    Retention.Aged aged = new Retention(erasure).run(account, before, CustomerFields.of(business));
    terminal.result(
        "%,d people of whom nothing was told since %s: %,d events in the table, %,d in closed files, %,d payloads in quarantine deleted"
            .formatted(aged.people(), before, aged.stored(), aged.lake(), aged.quarantined()));
    aged.issues().stream().sorted().forEach(each -> terminal.result("kept page deleted: " + each));
    return 0;
  }
}
