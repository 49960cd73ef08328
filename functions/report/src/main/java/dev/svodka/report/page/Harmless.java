package dev.svodka.report.page;

import dev.svodka.report.text.Outside;
import java.util.regex.Pattern;

/** Texts for files that a spreadsheet opens: it would run one that begins like a formula. */
final class Harmless {
  /** Programs pass over what is not seen, and some read full-width signs like the usual ones. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\s\\p{Z}\\p{C}\\ufffd'\"]*[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20].*");

  private Harmless() {}

  static String text(String text) {
    String clean = Outside.clean(text);
    return FORMULA.matcher(clean).matches() ? "'" + clean : clean;
  }
}
