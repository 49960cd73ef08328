package dev.svodka.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday, no holidays: the calendar {@code none}. */
enum WeekCalendar implements WorkCalendar {
  INSTANCE;

  @Override
  public DayKind kind(LocalDate day) {
    return weekend(day) ? DayKind.OFF : DayKind.WORKING;
  }

  @Override
  public boolean provisional(LocalDate day) {
    return false;
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }
}
