package dev.svodka.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fixture writes so that a reader can check it, as the numbers that SQL works with: in a
 * column of numbers {@code 2026-03-02} is a day, {@code 2026-03-02T10:00} a moment in Moscow,
 * {@code 2h} a duration in milliseconds, {@code 280/340} a ratio, {@code never} a day of all time
 * only, and any other word an id (a text's, an item's; after {@code text } also one that looks like
 * a day).
 */
final class FixtureValues {
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final MathContext NINE = new MathContext(9);
  private static final int ALL_TIME_ONLY = -1_000_000;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT = Pattern.compile(DAY + "T\\d{2}:\\d{2}.*");
  private static final Pattern DURATION = Pattern.compile("(-?\\d+)(d|h|min|s|ms)");
  private static final Pattern RATIO = Pattern.compile("([\\d.]+)/([\\d.]+)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Map<String, Long> MILLIS =
      Map.of("d", 86_400_000L, "h", 3_600_000L, "min", 60_000L, "s", 1000L, "ms", 1L);
  private static final int FIRST_FREE = 100;

  private final Map<String, Integer> ids =
      new LinkedHashMap<>(Map.of("", 0, "*other", 1, "*none", 2));

  /** Rows of the table of texts: every word that stood in a column of numbers. */
  List<List<@Nullable Object>> texts() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ids.forEach((text, id) -> rows.add(BusinessTables.row(id, text)));
    return rows;
  }

  @Nullable Object stored(@Nullable Object value, String type) {
    return value instanceof String text && !type.equals("VARCHAR") && !type.startsWith("ENUM")
        ? number(text)
        : value;
  }

  private Object number(String text) {
    Matcher duration = DURATION.matcher(text);
    Matcher ratio = RATIO.matcher(text);
    if (DAY.matcher(text).matches()) {
      return (int) LocalDate.parse(text).toEpochDay();
    } else if (MOMENT.matcher(text).matches()) {
      return LocalDateTime.parse(text).atZone(ZONE).toInstant().toEpochMilli();
    } else if (duration.matches()) {
      return Long.parseLong(duration.group(1)) * MILLIS.getOrDefault(duration.group(2), 0L);
    } else if (ratio.matches()) {
      return new BigDecimal(ratio.group(1)).divide(new BigDecimal(ratio.group(2)), NINE);
    } else if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return text.equals("never") ? ALL_TIME_ONLY : id(text.replaceFirst("^text ", ""));
  }

  private int id(String text) {
    Integer known = ids.putIfAbsent(text, FIRST_FREE + ids.size());
    return known == null ? FIRST_FREE + ids.size() - 1 : known;
  }

  /**
   * As it is compared: numbers without regard to their type, those of floating point to 9 digits.
   */
  String shown(@Nullable Object value, boolean word) {
    Object stored = !word && value instanceof String text ? number(text) : value;
    if (!(stored instanceof Number number)) {
      return String.valueOf(stored);
    }
    BigDecimal exact = new BigDecimal(number.toString());
    return (number instanceof Double ? exact.round(NINE) : exact)
        .stripTrailingZeros()
        .toPlainString();
  }
}
