package dev.svodka.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Local times as instants. */
final class Instants {
  private static final long DAY = 86_400_000L;

  private Instants() {}

  /**
   * The first moment at which the zone's clocks show this time or a later one: in a gap the moment
   * of the change, in an overlap the first of the two.
   */
  static long first(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant().toEpochMilli();
    }
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
  }

  /**
   * {@link #first} of one time on each of a row of days. Only the days around a change of the
   * clocks are asked of the zone's rules one by one, which for a century of days takes over a
   * second on a cold JVM.
   */
  static long[] row(LocalDate firstDay, int days, LocalTime time, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long start = firstDay.toEpochDay() * DAY;
    long timeOfDay = time.toNanoOfDay() / 1_000_000;
    long[] row = new long[days];
    int i = 0;
    while (i < days) {
      Instant before = Instant.ofEpochMilli(start + (i - 1) * DAY);
      long offset = rules.getOffset(before).getTotalSeconds() * 1000L;
      ZoneOffsetTransition change = rules.nextTransition(before);
      long changes = change == null ? Long.MAX_VALUE : change.getInstant().toEpochMilli();
      for (; i < days && start + i * DAY < changes - 3 * DAY; i++) {
        row[i] = start + i * DAY + timeOfDay - offset;
      }
      for (; i < days && start + i * DAY < changes + 2 * DAY; i++) {
        row[i] = first(firstDay.plusDays(i).atTime(time), zone);
      }
    }
    return row;
  }

  /** The greatest index whose start is not after the moment; -1 where there is none. */
  static int lastNotAfter(long[] starts, long moment) {
    int last = starts.length - 1;
    if (moment < starts[0] || moment >= starts[last]) {
      return moment < starts[0] ? -1 : last;
    }
    // Starts are a day apart but for changes of the clocks, so the guess is off by one or two.
    int index = (int) Math.min(last, (moment - starts[0]) / DAY);
    while (starts[index] > moment) {
      index--;
    }
    while (index < last && starts[index + 1] <= moment) {
      index++;
    }
    return index;
  }
}
