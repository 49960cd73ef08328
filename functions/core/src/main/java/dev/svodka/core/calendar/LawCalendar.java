package dev.svodka.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The days off that follow from a country's law alone: holidays, what becomes of one that falls on
 * a weekend, and the short day before. Always provisional, since governments move days by yearly
 * decree.
 */
final class LawCalendar implements WorkCalendar {
  private final IntFunction<List<LocalDate>> holidays;
  private final Predicate<LocalDate> moves;
  private final boolean shortEves;
  private final Map<Integer, Map<LocalDate, DayKind>> years = new ConcurrentHashMap<>();

  /**
   * @param holidays year ▶ its holidays in order; the first of January is one everywhere
   * @param moves whether a holiday that falls on a weekend gives the next working day off
   * @param shortEves whether the working day right before a holiday is an hour shorter
   */
  LawCalendar(
      IntFunction<List<LocalDate>> holidays, Predicate<LocalDate> moves, boolean shortEves) {
    this.holidays = holidays;
    this.moves = moves;
    this.shortEves = shortEves;
  }

  /** Holidays that have the same date every year. */
  static IntFunction<List<LocalDate>> fixed(String... days) {
    List<MonthDay> dates = List.of(days).stream().map(day -> MonthDay.parse("--" + day)).toList();
    return year -> dates.stream().map(date -> date.atYear(year)).toList();
  }

  @Override
  public DayKind kind(LocalDate day) {
    DayKind special = years.computeIfAbsent(day.getYear(), this::year).get(day);
    return special == null ? WeekCalendar.INSTANCE.kind(day) : special;
  }

  @Override
  public boolean provisional(LocalDate day) {
    return true;
  }

  private Map<LocalDate, DayKind> year(int year) {
    List<LocalDate> fixed = holidays.apply(year);
    Set<LocalDate> off = new HashSet<>(fixed);
    for (LocalDate holiday : fixed) {
      if (WeekCalendar.weekend(holiday) && moves.test(holiday)) {
        off.add(nextWorked(holiday, off));
      }
    }
    Map<LocalDate, DayKind> kinds = new HashMap<>();
    if (shortEves) {
      for (LocalDate holiday : fixed) {
        shorten(holiday.minusDays(1), year, kinds);
      }
      shorten(LocalDate.of(year, 12, 31), year, kinds);
    }
    off.forEach(day -> kinds.put(day, DayKind.OFF));
    return kinds;
  }

  private static LocalDate nextWorked(LocalDate day, Set<LocalDate> off) {
    LocalDate next = day;
    while (WeekCalendar.weekend(next) || off.contains(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static void shorten(LocalDate eve, int year, Map<LocalDate, DayKind> kinds) {
    if (eve.getYear() == year && !WeekCalendar.weekend(eve)) {
      kinds.put(eve, DayKind.SHORT);
    }
  }
}
