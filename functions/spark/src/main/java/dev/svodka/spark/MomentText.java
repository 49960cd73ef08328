package dev.svodka.spark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and timestamps in fields, read as DuckDB reads them in {@code engine/moment_of.sql}. */
final class MomentText {
  private static final Pattern ISO =
      Pattern.compile(
          "(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})"
              + "(?:[T ](?<spaces> *)(?<h>\\d{1,2}):(?<min>\\d{1,2})(?::(?:(?<s>\\d{1,2})(?:\\.(?<f>\\d*))?)?)?"
              + "(?<zone>Z|(?<sign>[+-])(?<oh>\\d{2})(?::?(?<om>\\d{2}))?)?)?");
  private static final Pattern DOTTED =
      Pattern.compile("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

  private MomentText() {}

  /**
   * The moment that a text names; null where it names none. A date is its midnight.
   *
   * @param zone of texts that say none
   */
  static @Nullable Long millis(@Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    if (SECONDS.matcher(text).matches()) {
      return Long.parseLong(text) * 1000;
    }
    if (MILLIS.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    try {
      Matcher dotted = DOTTED.matcher(text);
      if (dotted.matches()) {
        return at(day(dotted).atStartOfDay(), zone);
      }
      Matcher iso = ISO.matcher(text);
      return iso.matches() ? iso(iso, zone) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Long iso(MatchResult text, ZoneId zone) {
    LocalDate day = day(text);
    if (text.group("h") == null) {
      return at(day.atStartOfDay(), zone);
    }
    LocalDateTime local = time(day, text);
    if (text.group("zone") != null) {
      long offset = 60L * (60 * number(text, "oh") + number(text, "om"));
      return local
          .minusSeconds("-".equals(text.group("sign")) ? -offset : offset)
          .toInstant(ZoneOffset.UTC)
          .toEpochMilli();
    }
    boolean plain = Optional.ofNullable(text.group("spaces")).orElse("").isEmpty();
    return plain ? at(local, zone) : null;
  }

  private static LocalDateTime time(LocalDate day, MatchResult text) {
    int hour = number(text, "h");
    int minute = number(text, "min");
    int second = number(text, "s");
    long micros = micros(text);
    return hour == 24 && minute == 0 && second == 0 && micros == 0
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(hour, minute, second).plus(micros, ChronoUnit.MICROS);
  }

  /** Of a time that the clocks show twice the later, of one that they skip as long after it. */
  private static long at(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).withLaterOffsetAtOverlap().toInstant().toEpochMilli();
  }

  private static LocalDate day(MatchResult text) {
    return LocalDate.of(number(text, "y"), number(text, "m"), number(text, "d"));
  }

  private static int number(MatchResult text, String group) {
    return Optional.ofNullable(text.group(group)).map(Integer::parseInt).orElse(0);
  }

  private static long micros(MatchResult text) {
    String digits = Optional.ofNullable(text.group("f")).orElse("");
    return new BigDecimal("0." + digits + "0")
        .movePointRight(6)
        .setScale(0, RoundingMode.HALF_UP)
        .longValue();
  }
}
