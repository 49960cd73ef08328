package dev.svodka.local.cli;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into plain words and an exit status; a stack trace goes to a file. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    return handle(e);
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    terminal.say("svodka: " + e.getMessage());
    CommandLine command = e.getCommandLine();
    if (!UnmatchedArgumentException.printSuggestions(e, terminal.err())) {
      terminal.say("Try: svodka %s --help".formatted(path(command)).replace("  ", " "));
    }
    return ExitStatus.WRONG_INPUT;
  }

  int handle(Throwable thrown) {
    return switch (thrown) {
      case SvodkaException known when known.category() != ErrorCategory.OUR_BUG -> {
        // a compiler's form, file:line:column, which editors jump to
        String prefix = known.code() == ErrorCode.BUSINESS_FILE_INVALID ? "" : "svodka: ";
        terminal.say(prefix + known.getMessage());
        yield known.category() == ErrorCategory.CLIENT_DATA
            ? ExitStatus.WRONG_INPUT
            : ExitStatus.OUR_FAULT;
      }
      case UncheckedIOException wrapped -> io(requireNonNull(wrapped.getCause()));
      case IOException io -> io(io);
      case OutOfMemoryError _ -> {
        terminal.say("svodka: out of memory; give it more with JAVA_TOOL_OPTIONS=-Xmx4g");
        yield ExitStatus.OUR_FAULT;
      }
      default -> fault(thrown);
    };
  }

  private int io(IOException io) {
    String message = String.valueOf(io.getMessage());
    if (message.contains("No space left on device")) {
      terminal.say("svodka: the disk is full: " + message);
      return ExitStatus.OUR_FAULT;
    }
    if (io instanceof AccessDeniedException denied) {
      terminal.say("svodka: " + denied.getFile() + ": permission denied");
      return ExitStatus.WRONG_INPUT;
    }
    return fault(io);
  }

  private int fault(Throwable thrown) {
    terminal.say("svodka: a fault of ours: " + thrown.getClass().getSimpleName());
    try {
      Path log = Files.createTempFile("svodka-", ".log");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
        thrown.printStackTrace(writer);
      }
      terminal.say("svodka: what we need to mend it stands in " + log);
    } catch (IOException unwritable) {
      terminal.say("svodka: and its log could not be written: " + unwritable.getMessage());
    }
    return ExitStatus.OUR_FAULT;
  }

  private static String path(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName();
  }
}
