package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.WorkingTime;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
  @ParameterizedTest
  @CsvSource({
    "BY, 2026-04-21, OFF", // Radunitsa: Orthodox Easter was on 12 April
    "BY, 2026-07-03, OFF",
    "BY, 2026-07-02, SHORT",
    "BY, 2026-02-23, WORKING",
    "KZ, 2026-03-23, OFF",
    "KZ, 2026-03-24, OFF", // 21 and 22 March were a Saturday and a Sunday
    "KZ, 2026-03-25, OFF",
    "KZ, 2026-03-26, WORKING",
    "KZ, 2023-01-09, WORKING", // 7 January was a Saturday, and is not moved
    "KZ, 2026-12-15, WORKING",
    "UZ, 2026-09-01, OFF",
    "UZ, 2026-08-31, SHORT",
    "UZ, 2026-03-09, WORKING"
  })
  void neighboursFollowTheirLaws(String country, LocalDate day, DayKind kind) {
    WorkCalendar calendar = named(country);
    assertThat(calendar.kind(day)).isEqualTo(kind);
    assertThat(calendar.provisional(day)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2021-05-02"})
  void orthodoxEasterIsComputed(LocalDate easter) {
    assertThat(Laws.orthodoxEaster(easter.getYear())).isEqualTo(easter);
  }

  @Test
  void aCompanyMayHaveItsOwnCalendar() {
    WorkCalendar own =
        Calendars.own(
            "days.csv", "date,kind\n2026-11-27,off\n2026-11-26,short\n2026-11-28,working\n");
    assertThat(own.kind(LocalDate.of(2026, 11, 27))).isEqualTo(DayKind.OFF);
    assertThat(own.kind(LocalDate.of(2026, 11, 26))).isEqualTo(DayKind.SHORT);
    assertThat(own.kind(LocalDate.of(2026, 11, 28))).isEqualTo(DayKind.WORKING);
    assertThat(own.kind(LocalDate.of(2026, 11, 30))).isEqualTo(DayKind.WORKING);
    assertThat(own.provisional(LocalDate.of(2027, 1, 1))).isTrue();
    assertThat(own.provisional(LocalDate.of(2026, 1, 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-31,off     | has no date",
        "2026-11-30,holiday | has another kind",
        "2026-11-30         | is no `date,kind`",
        "date,kind          | name no day"
      })
  void aWrongLineIsToldOf(String line, String reason) {
    assertThatThrownBy(() -> Calendars.own("days.csv", line))
        .hasMessageContaining("days.csv:1:")
        .hasMessageContaining(reason);
  }

  @Test
  void aCalendarWithoutWorkIsNotSearchedForEver() {
    StringBuilder text = new StringBuilder();
    for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
      text.append(day).append(",off\n");
    }
    WorkCalendar idle = Calendars.own("days.csv", text.toString());
    assertThatThrownBy(() -> idle.nextWorkingDay(LocalDate.of(2026, 1, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static WorkCalendar named(String name) {
    return Calendars.of(
        new WorkingTime(name, LocalTime.of(9, 0), LocalTime.of(18, 0)), Path.of("."));
  }
}
