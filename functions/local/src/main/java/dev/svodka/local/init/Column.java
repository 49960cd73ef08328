package dev.svodka.local.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One column of a table as far as it was looked at. */
final class Column {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*");
  private static final Pattern NUMBER = Pattern.compile("-?[\\d\\s\\u00a0\\u202f]+([.,]\\d+)?");
  private static final int MOST_VALUES = 30;

  private final String name;
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private int filled;
  private int dates;
  private int numbers;

  Column(String name) {
    this.name = name;
  }

  void see(String cell) {
    String value = cell.strip();
    if (value.isEmpty()) {
      return;
    }
    filled++;
    dates += DATE.matcher(value).matches() ? 1 : 0;
    numbers += NUMBER.matcher(value).matches() ? 1 : 0;
    values.merge(value, 1, Integer::sum);
  }

  String name() {
    return name;
  }

  /** How many cells are not empty. */
  int filled() {
    return filled;
  }

  List<String> values() {
    return List.copyOf(values.keySet());
  }

  boolean isDate() {
    return filled > 0 && dates == filled;
  }

  boolean isNumber() {
    return filled > 0 && numbers == filled && !isDate();
  }

  /** No value comes twice. */
  boolean isUnique() {
    return filled > 1 && values.size() == filled;
  }

  /** Few values, each of which comes again and again. */
  boolean isChoice() {
    return filled > 1
        && !isDate()
        && !isNumber()
        && values.size() <= MOST_VALUES
        && values.size() * 2 <= filled;
  }

  boolean isCalled(String... words) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
