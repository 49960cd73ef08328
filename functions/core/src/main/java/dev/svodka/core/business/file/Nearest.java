package dev.svodka.core.business.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name that a mistyped one was meant to be. */
public final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /** What to say about a name that is not among the known ones. */
  public static String hint(String name, Collection<String> known) {
    Optional<String> near = to(name, known);
    if (near.isPresent()) {
      return "did you mean `" + near.get() + "`?";
    }
    if (known.isEmpty()) {
      return "there are none yet";
    }
    return known.stream().limit(40).collect(Collectors.joining(", ", "known here: ", ""));
  }

  static Optional<String> to(String name, Collection<String> known) {
    int allowed = Math.max(1, Math.min(name.length(), LONGEST) / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= allowed)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's distance, case ignored; names that are too long are not near to anything. */
  static int distance(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
