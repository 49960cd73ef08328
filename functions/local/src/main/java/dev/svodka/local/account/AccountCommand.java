package dev.svodka.local.account;

import dev.svodka.local.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code svodka account}. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description =
        "Accounts of a service on this machine or in AWS: companies, their webhooks, who may open their reports.",
    synopsisSubcommandLabel = "COMMAND")
public final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with all that it can do. */
  public static CommandLine with(Terminal terminal, Stacks stacks) {
    return new CommandLine(new AccountCommand())
        .addSubcommand(new AddCommand(terminal, stacks))
        .addSubcommand(new ListCommand(terminal, stacks))
        .addSubcommand(new RotateHookCommand(terminal, stacks))
        .addSubcommand(new ForgetCommand(terminal, stacks))
        .addSubcommand(new RetentionCommand(terminal, stacks))
        .addSubcommand(new LinkCommand(terminal, stacks))
        .addSubcommand(new UnlinkCommand(terminal, stacks))
        .addSubcommand(new RotateLinksCommand(terminal, stacks));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do, such as add or link");
  }
}
