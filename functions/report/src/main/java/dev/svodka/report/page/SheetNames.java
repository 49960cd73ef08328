package dev.svodka.report.page;

import dev.svodka.report.text.Outside;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that spreadsheets take for sheets: valid, at most 31 characters, each once. */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  String of(String wanted) {
    String name =
        Outside.clean(wanted)
            .replaceAll("[\\\\/?*\\[\\]:\\p{Cf}\\ufffd]", " ")
            .strip()
            .replaceAll("\\s+", " ")
            .replaceAll("^'+|'+$", "");
    String base = name.isBlank() ? "-" : name;
    String unique = cut(base, LONGEST);
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      String suffix = " " + i;
      unique = cut(base, LONGEST - suffix.length()) + suffix;
    }
    return unique;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).strip().replaceAll("'+$", "");
  }
}
