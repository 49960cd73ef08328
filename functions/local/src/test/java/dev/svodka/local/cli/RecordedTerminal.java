package dev.svodka.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands in this JVM and holds what they printed. */
final class RecordedTerminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);

  int run(String... arguments) {
    return Svodka.run(terminal, arguments);
  }

  Terminal terminal() {
    return terminal;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
