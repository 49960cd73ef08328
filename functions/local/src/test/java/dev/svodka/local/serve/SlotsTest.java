package dev.svodka.local.serve;

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

class SlotsTest {
  private static final Schedule MONDAYS =
      new Schedule(Every.WEEK, Optional.of(DayOfWeek.MONDAY), LocalTime.of(7, 0));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T03:59:59.999Z, 2026-11-16T04:00:00Z",
    "2026-11-23T04:00:00Z, 2026-11-23T04:00:00Z",
    "2026-11-29T23:59:59Z, 2026-11-23T04:00:00Z",
    "2026-11-30T04:00:01Z, 2026-11-30T04:00:00Z"
  })
  void aWeeklyReportIsMadeOnItsDayInTheCompanysZone(Instant now, Instant slot) {
    assertThat(Slots.last(MONDAYS, ZoneId.of("Europe/Moscow"), now)).isEqualTo(slot);
  }

  @ParameterizedTest
  @CsvSource({
    // Berlin puts its clock forward over 02:30 on 2026-03-29, and back over it on 2026-10-25
    "2026-03-29T01:29:59Z, 2026-03-28T01:30:00Z",
    "2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
    "2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z",
    "2026-10-26T01:29:59Z, 2026-10-25T00:30:00Z"
  })
  void aDailyReportIsMadeOnceADayAlsoWhenTheClockIsPut(Instant now, Instant slot) {
    Schedule daily = new Schedule(Every.DAY, Optional.empty(), LocalTime.of(2, 30));
    assertThat(Slots.last(daily, ZoneId.of("Europe/Berlin"), now)).isEqualTo(slot);
  }
}
