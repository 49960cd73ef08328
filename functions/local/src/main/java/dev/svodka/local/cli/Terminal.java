package dev.svodka.local.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Where the commands speak: results on the standard output, everything else on the error output.
 *
 * @param interactive a person looks on, so that progress may be drawn
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
  private static final int REDRAW_MILLIS = 200;

  /** This process's own; always UTF-8, for a shell without a locale would print Russian as '?'. */
  @SuppressWarnings("SystemConsoleNull") // it is null again without a terminal: JDK-8351435
  static Terminal standard() {
    Console console = System.console();
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        console != null && console.isTerminal());
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /** A line of the result. */
  public void result(String line) {
    out.println(line);
  }

  /** A line on what is being done. */
  public void say(String line) {
    err.println(line);
  }

  /** Whether the person who looks on says yes; nobody looks on: no. */
  @SuppressWarnings("SystemConsoleNull") // as above
  public boolean agreed(String what) {
    Console console = System.console();
    if (!interactive || console == null) {
      return false;
    }
    String answer = console.readLine("svodka: %s? [y/N] ", what);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** Work of a known length: a bar on a terminal, one line otherwise. */
  public <T> T progress(String task, long total, Work<T> work) throws Exception {
    if (!interactive) {
      say(task);
      return work.run(step -> {});
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .build()) {
      return work.run(bar::stepTo);
    }
  }

  /** What is done meanwhile; it is given where to tell how far it is. */
  @FunctionalInterface
  public interface Work<T> {
    T run(LongConsumer done) throws Exception;
  }
}
