package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Deadline.Due.DayOfMonth;
import dev.svodka.core.business.Deadline.Shift;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The company's days, so that SQL counts working days by joins. Without working time stated, Monday
 * to Friday are worked.
 */
record BusinessDays(Business business, WorkCalendar calendar, LocalDate first, LocalDate last) {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  static BusinessDays of(Business business, Instant from, Instant until) {
    WorkingTime time =
        business.workingTime().orElseGet(() -> new WorkingTime(WorkingTime.NONE, MORNING, EVENING));
    return new BusinessDays(
        business,
        Calendars.of(time, business.folder()),
        LocalDate.ofInstant(from, business.zone()),
        LocalDate.ofInstant(until, business.zone()));
  }

  /** Day, its first moment, whether it is worked, and how many were worked up to its end. */
  List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int worked = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      boolean works = calendar.kind(day).worked();
      worked += works ? 1 : 0;
      long starts = day.atStartOfDay(business.zone()).toInstant().toEpochMilli();
      rows.add(BusinessTables.row((int) day.toEpochDay(), starts, works, worked));
    }
    return rows;
  }

  /** The days on which something is due every month; a month without such a day ends with it. */
  SortedSet<LocalDate> dueDays(DayOfMonth rule) {
    SortedSet<LocalDate> due = new TreeSet<>();
    for (YearMonth month = YearMonth.from(first);
        !month.atDay(1).isAfter(last);
        month = month.plusMonths(1)) {
      for (int day : rule.days()) {
        due.add(shifted(month.atDay(Math.min(day, month.lengthOfMonth())), rule.shift()));
      }
    }
    return due;
  }

  private LocalDate shifted(LocalDate day, Shift shift) {
    return switch (shift) {
      case NONE -> day;
      case PREVIOUS_WORKING_DAY -> calendar.previousWorkingDay(day);
      case NEXT_WORKING_DAY -> calendar.nextWorkingDay(day);
    };
  }
}
