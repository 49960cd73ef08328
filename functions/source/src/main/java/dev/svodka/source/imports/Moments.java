package dev.svodka.source.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Reads the dates and times of a column as instants.
 *
 * <p>A time without an offset is local in the import's zone. Where clocks go forward, a local time
 * that does not exist is moved by the gap (02:30 becomes 03:30), and where they go back, a time
 * that exists twice is the earlier. A date without a time is the first moment of that local day.
 */
interface Moments {
  /** Stands for: this is no date. */
  long NONE = Long.MIN_VALUE;

  /**
   * The instant in milliseconds of UTC.
   *
   * @return {@link #NONE} where the text is no date
   */
  long millis(String text);

  /** By shape: whatever {@link DateShape} knows. */
  static Moments byShape(ZoneId zone, boolean monthFirst, boolean epoch) {
    return text -> {
      DateShape shape = new DateShape(text);
      if (shape.digitsOnly()) {
        return epoch ? shape.epochMillis() : NONE;
      }
      return shape.millis(zone, monthFirst);
    };
  }

  /**
   * By a pattern of {@link DateTimeFormatter}, in which {@code y} is the year.
   *
   * @throws IllegalArgumentException where it is no pattern
   */
  static Moments byPattern(String pattern, ZoneId zone) {
    // STRICT, so that 30 February is no date; it wants the proleptic year, which users write as y
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    return text -> {
      try {
        TemporalAccessor parsed = formatter.parse(text);
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
          return Instant.from(parsed).toEpochMilli();
        }
        LocalDate day = parsed.query(TemporalQueries.localDate());
        if (day == null) {
          return NONE;
        }
        return parsed.query(TemporalQueries.localTime()) == null
            ? day.atStartOfDay(zone).toInstant().toEpochMilli()
            : LocalDateTime.from(parsed).atZone(zone).toInstant().toEpochMilli();
      } catch (DateTimeException | ArithmeticException e) {
        return NONE;
      }
    };
  }
}
