package dev.svodka.report.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.report.declare.ReportSpec.Every;
import dev.svodka.report.declare.ReportSpec.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextIssueTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Schedule MONDAYS =
      new Schedule(Every.WEEK, Optional.of(DayOfWeek.MONDAY), LocalTime.of(7, 0));
  private static final Schedule DAILY =
      new Schedule(Every.DAY, Optional.empty(), LocalTime.of(7, 0));

  @ParameterizedTest
  @CsvSource({
    "2026-11-15T21:00:00Z, 2026-11-23T04:00:00Z", // Monday's own run does not expect itself
    "2026-11-15T20:59:59Z, 2026-11-16T04:00:00Z",
    "2026-11-18T09:00:00Z, 2026-11-23T04:00:00Z",
    "2026-11-23T09:00:00Z, 2026-11-30T04:00:00Z"
  })
  void aWeeklyReportComesOnItsNextDay(Instant asOf, Instant expected) {
    NextIssue next = NextIssue.after(asOf, MONDAYS, MOSCOW);
    assertThat(next.expected()).isEqualTo(expected);
    assertThat(next.overdue()).isEqualTo(expected.plusSeconds(7200));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-15T23:00:00Z, 2026-11-17T06:00:00Z",
    "2026-10-23T22:00:00Z, 2026-10-25T06:00:00Z", // the night when the clock goes back
    "2026-03-27T23:00:00Z, 2026-03-29T05:00:00Z"
  })
  void aDailyReportComesNextMorningByTheClockOnTheWall(Instant asOf, Instant expected) {
    assertThat(NextIssue.after(asOf, DAILY, BERLIN).expected()).isEqualTo(expected);
  }
}
