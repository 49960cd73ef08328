package dev.svodka.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.local.cli.Terminal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code svodka account list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "The accounts of a deployed stack: their sources, and when they were last heard.")
final class ListCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;
  private final Stacks stacks;

  @Mixin private StackOption stack;

  ListCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    Stack found = stacks.open(stack.name());
    List<String> accounts = found.accounts();
    for (String account : accounts) {
      tell(found, account);
    }
    if (accounts.isEmpty()) {
      terminal.say("the stack %s has no account yet".formatted(found.name()));
    }
    return 0;
  }

  /** An account whose file is wrong does not hide the others. */
  private void tell(Stack found, String account) throws IOException {
    try {
      Business business = found.business(account);
      terminal.result("%s  %s  %s".formatted(account, business.name(), stored(found, account)));
      for (LiveSource source : business.sources()) {
        String host = source.host().map(name -> ", " + name).orElse("");
        terminal.result(
            "  %s (%s%s)%s"
                .formatted(source.id(), source.kind().text(), host, asked(found, account, source)));
      }
    } catch (SvodkaException e) {
      if (e.category() != ErrorCategory.CLIENT_DATA) {
        throw e;
      }
      terminal.result("%s  its business file is wrong: %s".formatted(account, e.getMessage()));
    }
  }

  private static String stored(Stack found, String account) {
    SortedSet<LocalDate> days = found.events().days(account);
    return days.isEmpty()
        ? "never heard"
        : "last heard on %s (UTC)".formatted(days.last().toString());
  }

  /** What reconcile last found out, where it asks this source. */
  private static String asked(Stack found, String account, LiveSource source) throws IOException {
    String key = "accounts/%s/reconcile/%s.status.json".formatted(account, source.id());
    if (!found.lake().exists(key)) {
      return "";
    }
    JsonNode status = JSON.readTree(found.lake().get(key));
    return ", asked at %s: %s, hook %s"
        .formatted(
            status.path("at").asText(),
            status.path("outcome").asText(),
            status.path("hook").asText());
  }
}
