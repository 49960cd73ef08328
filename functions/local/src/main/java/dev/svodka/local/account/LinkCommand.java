package dev.svodka.local.account;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.dashboard.wiring.DashboardWiring;
import dev.svodka.local.cli.Terminal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Makes a link by which a named person opens an account's reports.")
final class LinkCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 400;

  private static final URI SERVE = URI.create("http://127.0.0.1:8080");

  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "ACCOUNT", description = "The account, as its business file names it.")
  private String account;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      required = true,
      description = "Whom the link is for; openings are logged under this name.")
  private String person;

  @ArgGroup(multiplicity = "1")
  private Opens opens = new Opens();

  @Option(
      names = "--days",
      defaultValue = "90",
      description = "How long it is good for, 400 days at most. Left out: ${DEFAULT-VALUE}.")
  private int days;

  @Mixin private ServedPlace place;

  @Option(
      names = "--keys",
      paramLabel = "ssm:NAME",
      description =
          "Where else in Parameter Store the keys are; a stack's are at ssm:/svodka/dashboard/keys"
              + " and are made there with the first link.")
  private Optional<String> keys;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where the dashboard is. Left out: where the stack says, or http://127.0.0.1:8080, as"
              + " `serve` has it.")
  private Optional<URI> url;

  LinkCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  /** What the link opens. */
  static final class Opens {
    @Option(
        names = "--audience",
        paramLabel = "NAME",
        required = true,
        description = "The reports of an audience, such as managers.")
    private Optional<String> audience = Optional.empty();

    @Option(
        names = "--owner",
        paramLabel = "ID",
        required = true,
        description = "What is made for one owner alone, by the CRM's id.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--all", required = true, description = "Every report.")
    private boolean all;

    Scope scope() {
      return all
          ? new Scope.Everything()
          : owner
              .<Scope>map(Scope.Owner::new)
              .orElseGet(() -> new Scope.Audience(audience.orElseThrow()));
    }
  }

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "--days: from 1 to %d days".formatted(MOST_DAYS));
    }
    Optional<Stack> stack = place.stack(stacks);
    KeySource source =
        keys.map(DashboardWiring::keys)
            .or(() -> stack.map(found -> found.linkKeys(account)))
            .orElseGet(() -> place.folder().secrets().linkKeys());
    URI dashboard = url.or(() -> stack.map(Stack::dashboard)).orElse(SERVE);
    Link link =
        Link.issue(
            account,
            person,
            opens.scope(),
            Instant.now().plus(Duration.ofDays(days)),
            new SecureRandom());
    terminal.result(dashboard.resolve("/d/" + new Links(source).sign(link)).toString());
    terminal.say(
        "for %s until %s; end it earlier with: svodka account unlink %s %s%s"
            .formatted(
                person,
                link.expires(),
                account,
                link.id(),
                stack.map(found -> " --stack " + found.name()).orElse("")));
    return 0;
  }
}
