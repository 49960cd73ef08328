package dev.svodka.kpi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts time into ISO weeks, months, quarters and the last 90 days. */
final class Periods {
  static final int NINETY_DAYS = 90;
  private static final int PLAIN_MONTHS = 15;
  private static final int GROUPED = 13;

  private Periods() {}

  /** The last local day before as-of. */
  static LocalDate lastDay(Instant asOf, ZoneId zone) {
    return LocalDate.ofInstant(asOf.minusMillis(1), zone);
  }

  /**
   * {@code all} first, then every period that a day from {@code firstDay} to as-of lies in.
   *
   * @param full no limit on how far back periods are given
   */
  static List<Period> of(LocalDate firstDay, Instant asOf, ZoneId zone, boolean full) {
    LocalDate today = lastDay(asOf, zone);
    LocalDate first = firstDay.isAfter(today) ? today : firstDay;
    LocalDate oldest = YearMonth.from(today).minusMonths(PLAIN_MONTHS - 1).atDay(1);
    LocalDate oldestWeek = monday(today).minusWeeks(GROUPED - 1);
    LocalDate oldestMonth = YearMonth.from(today).minusMonths(GROUPED - 1).atDay(1);
    List<Period> periods = new ArrayList<>();
    periods.add(new Period("all", LocalDate.EPOCH, today, false, true, true));
    periods.add(new Period("90d", today.minusDays(NINETY_DAYS - 1), today, false, true, full));
    for (LocalDate week = monday(first); !week.isAfter(today); week = week.plusWeeks(1)) {
      add(periods, weekName(week), week, week.plusDays(6), asOf, zone, full, oldest, oldestWeek);
    }
    for (YearMonth month = YearMonth.from(first);
        !month.atDay(1).isAfter(today);
        month = month.plusMonths(1)) {
      add(
          periods,
          month.toString(),
          month.atDay(1),
          month.atEndOfMonth(),
          asOf,
          zone,
          full,
          oldest,
          oldestMonth);
    }
    for (LocalDate quarter = quarterStart(first);
        !quarter.isAfter(today);
        quarter = quarter.plusMonths(3)) {
      LocalDate last = quarter.plusMonths(3).minusDays(1);
      String name = quarter.getYear() + "-Q" + quarter.get(IsoFields.QUARTER_OF_YEAR);
      add(periods, name, quarter, last, asOf, zone, full, oldest, LocalDate.MAX);
    }
    return periods;
  }

  private static void add(
      List<Period> periods,
      String name,
      LocalDate first,
      LocalDate last,
      Instant asOf,
      ZoneId zone,
      boolean full,
      LocalDate oldestPlain,
      LocalDate oldestGrouped) {
    boolean partial = last.plusDays(1).atStartOfDay(zone).toInstant().isAfter(asOf);
    boolean plain = full || !last.isBefore(oldestPlain);
    boolean grouped = full || !first.isBefore(oldestGrouped);
    periods.add(new Period(name, first, last, partial, plain, grouped));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate quarterStart(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static String weekName(LocalDate monday) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
