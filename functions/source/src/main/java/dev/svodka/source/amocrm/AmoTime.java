package dev.svodka.source.amocrm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times of amoCRM: Unix seconds, but in webhooks on tasks {@code 2017-07-20 15:00:00} with no
 * zone.
 */
final class AmoTime {
  /** 1 January 2100: what is greater is not in seconds. */
  private static final long END = 4_102_444_800L;

  private static final DateTimeFormatter ZONELESS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private static final int ZONELESS_LENGTH = 19;
  private static final int SECONDS_LENGTH = 10;

  private AmoTime() {}

  static boolean notTold(String text) {
    return text.isEmpty() || "0".equals(text);
  }

  /** A day without a time is its local midnight. */
  static Optional<Instant> read(String text, ZoneId zone) {
    try {
      if (text.length() == ZONELESS_LENGTH) {
        return Optional.of(LocalDateTime.parse(text, ZONELESS).atZone(zone).toInstant());
      }
      if (text.indexOf('-') > 0) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
      }
      return seconds(text);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /**
   * What is midnight UTC is a calendar day: west of Greenwich the instant itself would lie on the
   * day before.
   */
  static Instant localDay(Instant time, ZoneId zone) {
    return time.truncatedTo(ChronoUnit.DAYS).equals(time)
        ? LocalDate.ofInstant(time, ZoneOffset.UTC).atStartOfDay(zone).toInstant()
        : time;
  }

  private static Optional<Instant> seconds(String text) {
    if (text.isEmpty() || text.length() > SECONDS_LENGTH) {
      return Optional.empty();
    }
    long seconds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      seconds = seconds * 10 + (c - '0');
    }
    return seconds < END ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }
}
