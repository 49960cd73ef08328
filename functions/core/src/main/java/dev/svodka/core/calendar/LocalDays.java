package dev.svodka.core.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** Days, ISO weeks and months of moments, as they are cut in the business's zone. */
public final class LocalDays implements Serializable {
  private static final LocalDate FIRST = LocalDate.of(1899, 12, 31);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 2);

  private final ZoneId zone;
  private final long[] midnights;

  public LocalDays(ZoneId zone) {
    this.zone = zone;
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    midnights = Instants.row(FIRST, days, LocalTime.MIDNIGHT, zone);
  }

  /**
   * The local date of a moment as days since 1970-01-01; moments before 1900 and after 2200 count
   * as these.
   *
   * @param epochMillis a moment in UTC
   */
  public long localDay(long epochMillis) {
    return FIRST.toEpochDay() + Math.max(0, Instants.lastNotAfter(midnights, epochMillis));
  }

  /** The local days of the first {@code count} moments; both arrays may be the same. */
  public void localDay(long[] epochMillis, long[] days, int count) {
    for (int i = 0; i < count; i++) {
      days[i] = localDay(epochMillis[i]);
    }
  }

  /** The ISO week of a moment, {@code 2026-W47}. */
  public String isoWeek(long epochMillis) {
    return isoWeekOf(localDay(epochMillis));
  }

  /** The month of a moment, {@code 2026-11}. */
  public String isoMonth(long epochMillis) {
    return isoMonthOf(localDay(epochMillis));
  }

  /** The moment, in milliseconds, at which a local day begins. */
  public long startOf(long epochDay) {
    return Instants.first(LocalDate.ofEpochDay(epochDay).atStartOfDay(), zone);
  }

  /** The ISO week of a local day given as days since 1970-01-01. */
  public static String isoWeekOf(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return padded(day.get(IsoFields.WEEK_BASED_YEAR), 4) + "-W" + padded(week, 2);
  }

  /** The month of a local day given as days since 1970-01-01. */
  public static String isoMonthOf(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return padded(day.getYear(), 4) + "-" + padded(day.getMonthValue(), 2);
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
