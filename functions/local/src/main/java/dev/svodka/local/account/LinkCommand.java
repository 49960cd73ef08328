package dev.svodka.local.account;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.dashboard.wiring.DashboardWiring;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Makes a link by which a named person opens an account's reports.")
final class LinkCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 400;

  private final Terminal terminal;

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

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "svodka-data",
      description = "The folder of `svodka serve`; ${DEFAULT-VALUE} where it is left out.")
  private Path data;

  @Option(
      names = "--keys",
      paramLabel = "ssm:NAME",
      description = "Instead: where a deployed stack keeps the keys, ssm:/svodka/dashboard/keys.")
  private Optional<String> keys;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description =
          "Where the dashboard is: the stack's DashboardUrl, or that of `serve`, ${DEFAULT-VALUE}.")
  private URI url;

  LinkCommand(Terminal terminal) {
    this.terminal = terminal;
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
    KeySource source =
        keys.map(DashboardWiring::keys)
            .orElseGet(() -> DataFolder.existing(data).secrets().linkKeys());
    Link link =
        Link.issue(
            account,
            person,
            opens.scope(),
            Instant.now().plus(Duration.ofDays(days)),
            new SecureRandom());
    terminal.result(url.resolve("/d/" + new Links(source).sign(link)).toString());
    terminal.say(
        "for %s until %s; end it earlier with: svodka account unlink %s %s"
            .formatted(person, link.expires(), account, link.id()));
    return 0;
  }
}
