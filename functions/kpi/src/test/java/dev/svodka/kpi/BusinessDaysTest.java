package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Deadline.Due.DayOfMonth;
import dev.svodka.core.business.Deadline.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
  private static final Instant FROM = Instant.parse("2026-01-08T22:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-12T22:00:00Z");

  @Test
  void daysAreCountedAsTheyAreWorked() {
    List<List<?>> rows = List.copyOf(days("").rows());
    // Friday 9 January to Friday 13 March, Moscow.
    assertThat(rows).hasSize(64);
    assertThat(rows.getFirst())
        .hasToString(
            "["
                + LocalDate.of(2026, 1, 9).toEpochDay()
                + ", "
                + Instant.parse("2026-01-08T21:00:00Z").toEpochMilli()
                + ", true, 1]");
    assertThat(rows.get(1).toString()).endsWith(", false, 1]");
    assertThat(rows.get(3).toString()).endsWith(", true, 2]");
    assertThat(rows.getLast().toString()).endsWith(", true, 46]");
  }

  @Test
  void theCompanysCalendarSaysWhatIsWorked() {
    List<List<?>> rows = List.copyOf(days("working-time: {calendar: RU}\n").rows());
    assertThat(rows.getFirst().toString()).endsWith(", false, 0]");
    // Without 9 January, 23 February and 9 March.
    assertThat(rows.getLast().toString()).endsWith(", true, 43]");
  }

  @Test
  void whatIsDueOnTheThirtyFirstIsDueOnTheLastDay() {
    BusinessDays days = days("working-time: {calendar: RU}\n");
    assertThat(days.dueDays(new DayOfMonth(List.of(23, 31), Shift.NONE)))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-23", "2026-01-31", "2026-02-23", "2026-02-28", "2026-03-23", "2026-03-31");
    assertThat(days.dueDays(new DayOfMonth(List.of(31), Shift.PREVIOUS_WORKING_DAY)))
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-30", "2026-02-27", "2026-03-31");
    assertThat(days.dueDays(new DayOfMonth(List.of(23, 31), Shift.NEXT_WORKING_DAY)))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-23", "2026-02-02", "2026-02-24", "2026-03-02", "2026-03-23", "2026-03-31");
  }

  private static BusinessDays days(String lines) {
    String yaml = RandomCompany.BUSINESS.replace("Europe/Amsterdam", "Europe/Moscow") + lines;
    return BusinessDays.of(new Company(yaml).business(), FROM, UNTIL);
  }
}
