package dev.svodka.report.text;

import java.util.regex.Pattern;

/**
 * Text from outside, made fit for pages, pictures and XML: what no document may hold becomes
 * visible as U+FFFD, overrides of the writing direction end where they began. Escaping is left to
 * whoever writes the document.
 */
public final class Outside {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}]");
  private static final Pattern DIRECTION = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final int LONGEST = 1000;

  private Outside() {}

  public static String clean(String text) {
    if (text.length() <= LONGEST && text.chars().allMatch(Outside::harmless)) {
      return text;
    }
    String cut =
        text.length() <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(LONGEST - 1, 0)) + "…";
    String printable = UNPRINTABLE.matcher(cut).replaceAll("\ufffd");
    return DIRECTION.matcher(printable).find()
        ? FIRST_STRONG_ISOLATE + DIRECTION.matcher(printable).replaceAll("") + POP_ISOLATE
        : printable;
  }

  /** Nearly every text is of such characters alone, and need not be searched. */
  private static boolean harmless(int character) {
    return (character >= ' ' && character < 0x7f) || (character >= 0xa0 && character < 0x2028);
  }
}
