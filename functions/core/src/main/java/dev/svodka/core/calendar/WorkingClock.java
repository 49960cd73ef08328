package dev.svodka.core.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A clock that runs only while the company works: a duration in working time is the difference of
 * two of its readings. It knows the days from 1970 to 2100 and stands still before and after.
 *
 * <p>A day runs from the first moment at which the zone's clocks show the opening time to the first
 * at which they show the closing time, so that a change of the clocks within the hours lengthens or
 * shortens the day as it does for those who work it. Short days close an hour earlier.
 */
public final class WorkingClock implements Serializable {
  static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final long[] opens;
  private final long[] closes;
  private final long[] before;

  /**
   * @param from opening time
   * @param to closing time, the same day
   */
  public WorkingClock(ZoneId zone, LocalTime from, LocalTime to, WorkCalendar calendar) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("the day closes before it opens: " + from + "-" + to);
    }
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    opens = Instants.row(FIRST, days, from, zone);
    closes = Instants.row(FIRST, days, to, zone);
    before = new long[days];
    LocalTime early = shorter(from, to);
    long worked = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = FIRST.plusDays(i);
      closes[i] =
          switch (calendar.kind(day)) {
            case WORKING -> closes[i];
            case SHORT -> Instants.first(day.atTime(early), zone);
            case OFF -> opens[i];
          };
      before[i] = worked;
      worked += closes[i] - opens[i];
    }
  }

  private static LocalTime shorter(LocalTime from, LocalTime to) {
    LocalTime early = to.minusHours(1);
    return early.isAfter(from) && early.isBefore(to) ? early : from;
  }

  /**
   * Working milliseconds from the origin to the moment; never falls as the moment grows.
   *
   * @param epochMillis a moment in UTC
   */
  public long workingMillis(long epochMillis) {
    int day = Instants.lastNotAfter(opens, epochMillis);
    return day < 0 ? 0 : before[day] + Math.min(epochMillis, closes[day]) - opens[day];
  }

  /** Reads the clock at the first {@code count} moments; both arrays may be the same. */
  public void workingMillis(long[] epochMillis, long[] readings, int count) {
    for (int i = 0; i < count; i++) {
      readings[i] = workingMillis(epochMillis[i]);
    }
  }

  /**
   * The earliest moment at which the clock shows so many working milliseconds: the inverse of
   * {@link #workingMillis(long)}.
   *
   * @return a moment in UTC; the end of the last working day known where the clock never shows them
   */
  public long momentOf(long workingMillis) {
    int low = 0;
    int high = before.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (before[middle] < workingMillis) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.min(opens[low] + Math.max(0, workingMillis - before[low]), closes[low]);
  }

  /** Working milliseconds between two moments; negative where the second is the earlier. */
  public long between(long fromMillis, long toMillis) {
    return workingMillis(toMillis) - workingMillis(fromMillis);
  }
}
