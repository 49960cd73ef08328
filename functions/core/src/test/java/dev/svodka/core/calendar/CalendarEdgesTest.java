package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarEdgesTest {
  @ParameterizedTest
  @CsvSource({
    "2010-04-04", "2011-04-24", "2012-04-15", "2013-05-05", "2014-04-20", "2015-04-12",
    "2016-05-01", "2017-04-16", "2018-04-08", "2019-04-28", "2020-04-19", "2022-04-24",
    "2023-04-16", "2028-04-16", "2029-04-08", "2030-04-28"
  })
  void orthodoxEasterIsComputed(LocalDate easter) {
    assertThat(Laws.orthodoxEaster(easter.getYear())).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "BY, 2026-04-20, SHORT", // the eve of Radunitsa
    "BY, 2025-04-29, OFF",
    "BY, 2026-03-09, WORKING", // 8 March was a Sunday, and is not moved by law
    "BY, 2026-12-31, SHORT", // the eve of a year
    "KZ, 2026-12-31, WORKING", // no short days there
    "UZ, 2026-12-07, SHORT"
  })
  void evesAndMovedDaysFollowTheLaw(String country, LocalDate day, DayKind kind) {
    assertThat(named(country, Path.of(".")).kind(day)).isEqualTo(kind);
  }

  @Test
  void aWeekWithoutHolidaysIsNeverProvisional() {
    WorkCalendar none = named(WorkingTime.NONE, Path.of("."));
    assertThat(none.provisional(LocalDate.of(2050, 1, 1))).isFalse();
    assertThat(none.kind(LocalDate.of(2026, 1, 1))).isEqualTo(DayKind.WORKING);
    assertThat(none.kind(LocalDate.of(2026, 1, 3))).isEqualTo(DayKind.OFF);
  }

  @Test
  void aFileBesideTheBusinessFileIsItsCalendar(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("own.csv"), "date,kind\n# inventory\n\n2026-11-27;off\n2026-11-26\tSHORT\n");
    assertThat(named("own.csv", folder).kind(LocalDate.of(2026, 11, 27))).isEqualTo(DayKind.OFF);
    assertThat(named("own.csv", folder).kind(LocalDate.of(2026, 11, 26))).isEqualTo(DayKind.SHORT);
    assertThatThrownBy(() -> named("gone.csv", folder))
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSINESS_FILE_INVALID))
        .hasMessageContaining("gone.csv: the calendar cannot be read");
  }

  @Test
  void aDayStandsInAFileOnce() {
    assertThatThrownBy(() -> Calendars.own("d.csv", "2026-11-27,off\n2026-11-27,work\n"))
        .hasMessageContaining("d.csv:2:")
        .hasMessageContaining("for the second time");
  }

  @Test
  void aCompanyMayCloseForTwoYearsButNotForEver() {
    WorkCalendar closed = off(2);
    assertThat(closed.nextWorkingDay(LocalDate.of(2026, 1, 1))).isEqualTo(LocalDate.of(2028, 1, 3));
    assertThat(closed.previousWorkingDay(LocalDate.of(2027, 12, 31)))
        .isEqualTo(LocalDate.of(2025, 12, 31));
    assertThatThrownBy(() -> off(5).previousWorkingDay(LocalDate.of(2030, 12, 31)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static WorkCalendar off(int years) {
    StringBuilder text = new StringBuilder();
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (LocalDate day = first; day.getYear() < 2026 + years; day = day.plusDays(1)) {
      text.append(day).append(",off\n");
    }
    return Calendars.own("days.csv", text.toString());
  }

  private static WorkCalendar named(String name, Path folder) {
    return Calendars.of(new WorkingTime(name, LocalTime.of(9, 0), LocalTime.of(18, 0)), folder);
  }
}
