package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.WorkCalendar;
import dev.svodka.report.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says which years' working days are computed from the law alone, since no calendar is known. */
final class CalendarNote {
  /** Figures are given by period for fifteen months, which lie in three years at most. */
  private static final int YEARS_BACK = 1;

  private CalendarNote() {}

  static Optional<String> of(Business business, Instant asOf, Texts texts) {
    LocalDate today = LocalDate.ofInstant(asOf.minusMillis(1), business.zone());
    return business
        .workingTime()
        .map(time -> Calendars.of(time, business.folder()))
        .map(calendar -> years(calendar, today.getYear()))
        .filter(years -> !years.isEmpty())
        .map(years -> texts.get("page.provisional", years));
  }

  private static String years(WorkCalendar calendar, int last) {
    return IntStream.rangeClosed(last - YEARS_BACK, last)
        .filter(year -> calendar.provisional(Year.of(year).atDay(1)))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }
}
