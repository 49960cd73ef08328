package dev.svodka.core.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Local times as instants. */
final class Instants {
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

  /** The greatest index whose start is not after the moment; -1 where there is none. */
  static int lastNotAfter(long[] starts, long moment) {
    int last = starts.length - 1;
    if (moment < starts[0] || moment >= starts[last]) {
      return moment < starts[0] ? -1 : last;
    }
    // Starts are a day apart but for changes of the clocks, so the guess is off by one or two.
    int index = (int) Math.min(last, (moment - starts[0]) / 86_400_000L);
    while (starts[index] > moment) {
      index--;
    }
    while (index < last && starts[index + 1] <= moment) {
      index++;
    }
    return index;
  }
}
