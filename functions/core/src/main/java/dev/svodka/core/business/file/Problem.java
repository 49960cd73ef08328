package dev.svodka.core.business.file;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong at one place of a business file, and how to mend it.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the file as a whole is meant
 * @param path keys from the top, {@code processes.sales.funnel[1]}; empty for the file as a whole
 */
public record Problem(int line, int column, String path, String message, String fix) {
  public Problem {
    requireNonNull(path, "path is null");
    requireNonNull(message, "message is null");
    requireNonNull(fix, "fix is null");
  }

  /** {@code file:line:column: message; fix}. */
  public String in(String file) {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    String subject = path.isEmpty() ? "" : path + ": ";
    return place + ": " + subject + message + "; " + fix;
  }
}
