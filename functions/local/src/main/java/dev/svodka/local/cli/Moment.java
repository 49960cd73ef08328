package dev.svodka.local.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code T} of the command line: a day, which means its end, or an instant. */
public sealed interface Moment {
  /** The exclusive instant that it means to a business in this zone. */
  Instant in(ZoneId zone);

  /** The local midnight that ends the day. */
  record EndOfDay(LocalDate day) implements Moment {
    @Override
    public Instant in(ZoneId zone) {
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /** An instant, whatever the zone. */
  record Exact(Instant instant) implements Moment {
    @Override
    public Instant in(ZoneId zone) {
      return instant;
    }
  }

  /** The end of the local day in which this happened. */
  static Instant endOfDayOf(Instant event, ZoneId zone) {
    return new EndOfDay(LocalDate.ofInstant(event, zone)).in(zone);
  }

  /**
   * Reads {@code 2026-11-23}, {@code 2026-11-23T12:00:00Z} or {@code 2026-11-23T15:00:00+03:00}.
   */
  final class Converter implements ITypeConverter<Moment> {
    private static final int DAY_LENGTH = 10;

    @Override
    public Moment convert(String text) {
      try {
        return text.length() == DAY_LENGTH
            ? new EndOfDay(LocalDate.parse(text))
            : new Exact(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is neither a day such as 2026-11-23 nor an instant such as 2026-11-23T12:00:00Z"
                .formatted(text));
      }
    }
  }
}
