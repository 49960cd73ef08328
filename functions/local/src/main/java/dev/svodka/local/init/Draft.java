package dev.svodka.local.init;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a business file in the making. Every value is quoted, whoever it comes from; what was
 * guessed is marked by {@link #GUESSED}, so that it can be listed.
 */
public final class Draft {
  /** Begins the remark behind a line that was guessed. */
  public static final String GUESSED = "# guessed: ";

  private static final int NAME = 40;

  private final StringBuilder text = new StringBuilder();

  /** A line as it stands. */
  Draft line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A line that was guessed. */
  Draft guess(String line, String why) {
    return line(line + " " + GUESSED + printable(why));
  }

  /** What no file of history tells of a company; its processes come next. */
  void company(Path history) {
    line(
        "# Drafted by `svodka init` from "
            + printable(String.valueOf(history.getFileName()))
            + ". What was guessed says");
    line("# so: look at these lines, mend them, take the remark away; `svodka check` lists them.");
    guess("account: company", "what you are called in folders and links");
    guess("name: Company", "what you are called on pages");
    line("language: ru");
    guess("time-zone: Europe/Moscow", "the company's zone");
    guess("currency: RUB", "of the sums");
    line("");
    line("processes:");
  }

  /** The file. */
  public String text() {
    return text.toString();
  }

  /** A quoted value; JSON's quotes are YAML's too. */
  public static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (isPlain(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(' ');
              }
            });
    return quoted.append('"').toString();
  }

  static String list(List<String> values) {
    return "[" + String.join(", ", values.stream().map(Draft::quoted).toList()) + "]";
  }

  /** Fit for a remark: one line, nothing that a terminal obeys. */
  static String printable(String value) {
    StringBuilder plain = new StringBuilder();
    value.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** Names of milestones and processes, each told apart from those before. */
  static final class Ids {
    private final Set<String> taken = new HashSet<>();

    Ids(String... taken) {
      this.taken.addAll(List.of(taken));
    }

    String of(String name) {
      StringBuilder plain = new StringBuilder();
      name.toLowerCase(Locale.ROOT)
          .codePoints()
          .forEach(
              c -> {
                if (Character.isLetterOrDigit(c)) {
                  plain.appendCodePoint(c);
                } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != '_') {
                  plain.append('_');
                }
              });
      String id = plain.toString().replaceAll("_+$", "");
      id = id.isEmpty() || !Character.isLetter(id.codePointAt(0)) ? "stage_" + id : id;
      id = id.length() <= NAME ? id : id.substring(0, id.offsetByCodePoints(0, NAME / 2));
      String free = id;
      for (int i = 2; !taken.add(free); i++) {
        free = id + "_" + i;
      }
      return free;
    }
  }
}
