package dev.svodka.local.cli;

import dev.svodka.local.account.AccountCommand;
import dev.svodka.local.account.Stacks;
import dev.svodka.local.account.wiring.DeployedStacks;
import dev.svodka.local.demo.DemoCommand;
import dev.svodka.local.serve.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code svodka}. */
@Command(
    name = "svodka",
    mixinStandardHelpOptions = true,
    versionProvider = Svodka.Versions.class,
    description = "Sums up what a company's CRM tells: funnels, deadlines, invoices, approvals.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HelpCommand.class})
public final class Svodka implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(Terminal.standard(), arguments));
  }

  static int run(Terminal terminal, String... arguments) {
    return run(terminal, new DeployedStacks(), arguments);
  }

  /** Runs a command over these stacks. */
  public static int run(Terminal terminal, Stacks stacks, String... arguments) {
    Failures failures = new Failures(terminal);
    CommandLine line = commandLine(terminal, stacks);
    try {
      return line.setExecutionExceptionHandler(failures)
          .setParameterExceptionHandler(failures)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setOut(terminal.out())
          .setErr(terminal.err())
          .execute(arguments);
    } catch (Error error) {
      return failures.handle(error);
    }
  }

  private static CommandLine commandLine(Terminal terminal, Stacks stacks) {
    return new CommandLine(new Svodka())
        .addSubcommand(new ReportCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(new InitCommand(terminal))
        .addSubcommand(new CheckCommand(terminal))
        .addSubcommand(new KpisCommand(terminal))
        .addSubcommand(new DiffCommand(terminal))
        .addSubcommand(new GenerateCommand(terminal))
        .addSubcommand(new BenchCommand(terminal))
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new ServeCommand(terminal))
        .addSubcommand(AccountCommand.with(terminal, stacks));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command, such as report or demo");
  }

  /** The version that the build wrote into the jar. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"svodka " + Version.TEXT};
    }
  }
}
