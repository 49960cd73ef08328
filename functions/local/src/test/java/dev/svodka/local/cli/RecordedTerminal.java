package dev.svodka.local.cli;

import dev.svodka.local.account.Stacks;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands in this JVM and holds what they printed. */
public final class RecordedTerminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);

  int run(String... arguments) {
    return Svodka.run(terminal, arguments);
  }

  /** Over stacks of the test's. */
  public int run(Stacks stacks, String... arguments) {
    return Svodka.run(terminal, stacks, arguments);
  }

  Terminal terminal() {
    return terminal;
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
