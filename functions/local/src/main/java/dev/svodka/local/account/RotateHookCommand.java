package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.local.cli.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account rotate-hook}. */
@Command(
    name = "rotate-hook",
    mixinStandardHelpOptions = true,
    description =
        "Makes new secrets for an account's webhooks and prints the new addresses. The old ones stay"
            + " good for a while, so that nothing is lost.")
final class RotateHookCommand implements Callable<Integer> {
  private static final int MOST_HOURS = 30 * 24;

  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "ACCOUNT", description = "The account, as its business file names it.")
  private String account;

  @Mixin private StackOption stack;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "One source alone, and those that share its secret. Left out: all.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--hours",
      defaultValue = "24",
      description =
          "How long the old addresses stay good, 720 hours at most; 0 ends them within a minute."
              + " Left out: ${DEFAULT-VALUE}.")
  private int hours;

  RotateHookCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() {
    if (hours < 0 || hours > MOST_HOURS) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "--hours: from 0 to %d hours".formatted(MOST_HOURS));
    }
    Stack found = stacks.open(stack.name());
    Business business = found.business(account);
    List<LiveSource> rotated = rotated(business);
    Instant until =
        found
            .parts()
            .clock()
            .instant()
            .plus(Duration.ofHours(hours))
            .truncatedTo(ChronoUnit.SECONDS);
    HookAddresses hooks = new HookAddresses(found, business, terminal);
    hooks.rotate(rotated, until);
    boolean told = hooks.tell(rotated);
    terminal.say(
        hours == 0
            ? "the old addresses end within a minute"
            : "the old addresses stay good until %s, whatever the CRM still sends there"
                .formatted(until));
    return told ? 0 : 1;
  }

  private List<LiveSource> rotated(Business business) {
    List<LiveSource> all = HookAddresses.sources(business);
    List<Optional<String>> references =
        all.stream()
            .filter(each -> source.isEmpty() || source.get().equals(each.id()))
            .map(LiveSource::secret)
            .toList();
    if (references.isEmpty()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          source
              .map(id -> "%s has no source `%s` with a `secret`".formatted(account, id))
              .orElse(account + " has no source with a `secret`"));
    }
    return all.stream().filter(each -> references.contains(each.secret())).toList();
  }
}
