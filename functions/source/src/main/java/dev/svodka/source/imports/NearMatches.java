package dev.svodka.source.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like one that is not there, for messages. */
final class NearMatches {
  private static final int SHOWN = 3;
  private static final int MAX_CHARS = 64;

  private NearMatches() {}

  /** The likest names, quoted and joined; all of a few, or their number, where none is like it. */
  static String of(String name, Collection<String> names) {
    List<String> near =
        names.stream()
            .filter(other -> !other.isEmpty() && other.length() <= MAX_CHARS)
            .filter(other -> distance(plain(name), plain(other)) <= Math.max(1, name.length() / 3))
            .sorted(Comparator.comparingInt(other -> distance(plain(name), plain(other))))
            .limit(SHOWN)
            .toList();
    return near.isEmpty()
        ? ""
        : "; did you mean "
            + String.join(" or ", near.stream().map(NearMatches::quoted).toList())
            + '?';
  }

  private static String quoted(String name) {
    return '`' + name + '`';
  }

  private static String plain(String name) {
    String cut = name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name;
    return cut.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "").replace("-", "");
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
