package dev.svodka.local.generate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When the people of the synthetic company do things: on weekdays, nine to six, but on holidays.
 */
final class OfficeHours {
  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 2),
          MonthDay.of(1, 7),
          MonthDay.of(2, 23),
          MonthDay.of(3, 8),
          MonthDay.of(5, 1),
          MonthDay.of(5, 9),
          MonthDay.of(6, 12),
          MonthDay.of(11, 4));

  private OfficeHours() {}

  /** The moment this much later, or, where the office is closed then, soon after it opens. */
  static Instant after(Instant moment, Duration later, Chance chance) {
    ZonedDateTime wanted = moment.plus(later).atZone(ZONE);
    if (open(wanted)) {
      return wanted.toInstant();
    }
    ZonedDateTime day =
        wanted.toLocalTime().isBefore(OPENS)
            ? wanted
            : wanted.toLocalDate().plusDays(1).atStartOfDay(ZONE);
    while (closedAllDay(day)) {
      day = day.plusDays(1);
    }
    return day.with(OPENS).plusSeconds(chance.below(3 * 3600)).toInstant();
  }

  private static boolean open(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    return !closedAllDay(moment) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
  }

  private static boolean closedAllDay(ZonedDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || HOLIDAYS.contains(MonthDay.from(day));
  }
}
