package dev.svodka.core.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which days are worked; days are local dates of the business's zone. */
public interface WorkCalendar {
  /** What the day is. */
  DayKind kind(LocalDate day);

  /**
   * Whether the day lies beyond the years that were officially published to this calendar: it then
   * follows from what the law says once and for all, and a decree may still move it.
   */
  boolean provisional(LocalDate day);

  /** The day itself where it is worked, else the next that is. */
  default LocalDate nextWorkingDay(LocalDate day) {
    return step(day, 1);
  }

  /** The day itself where it is worked, else the last before it that was. */
  default LocalDate previousWorkingDay(LocalDate day) {
    return step(day, -1);
  }

  /**
   * The n-th working day after the day: the day itself is not counted.
   *
   * @param count at least 0; 0 gives the day itself, worked or not
   */
  default LocalDate plusWorkingDays(LocalDate day, int count) {
    LocalDate reached = day;
    for (int i = 0; i < count; i++) {
      reached = step(reached.plusDays(1), 1);
    }
    return reached;
  }

  /** Working days from the first day to the last, both counted. */
  default int workingDays(LocalDate first, LocalDate last) {
    int count = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      count += kind(day).worked() ? 1 : 0;
    }
    return count;
  }

  private LocalDate step(LocalDate day, int direction) {
    LocalDate reached = day;
    while (!kind(reached).worked()) {
      reached = reached.plusDays(direction);
      if (ChronoUnit.YEARS.between(day, reached) * direction > 2) {
        throw new IllegalStateException("two years without a working day from " + day);
      }
    }
    return reached;
  }
}
