package dev.svodka.report;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads an as-of as people write it. */
public final class AsOf {
  private static final int DATE = 10;

  private AsOf() {}

  /**
   * The exclusive moment: a date is the midnight that ends that day in the zone.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} for anything but a date or an instant
   */
  public static Optional<Instant> parse(Optional<String> text, ZoneId zone) {
    return text.map(told -> parse(told, zone));
  }

  private static Instant parse(String text, ZoneId zone) {
    try {
      return text.length() == DATE
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "as_of: «%s» is neither a date like 2026-11-23 nor an instant like 2026-11-23T21:00:00Z"
              .formatted(text),
          e);
    }
  }
}
