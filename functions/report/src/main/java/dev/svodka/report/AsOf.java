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

  /**
   * The beginning of the local day that a schedule's instant lies in: all before it is over.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} for anything but an instant
   */
  static Optional<Instant> scheduled(Optional<String> text, ZoneId zone) {
    return text.map(
        told -> {
          try {
            return LocalDate.ofInstant(Instant.parse(told), zone).atStartOfDay(zone).toInstant();
          } catch (DateTimeParseException e) {
            throw new SvodkaException(
                ErrorCode.CALL_INVALID,
                "scheduled_at: «%s» is no instant like 2026-11-23T04:00:00Z".formatted(told),
                e);
          }
        });
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
