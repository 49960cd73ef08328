package dev.svodka.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.report.figure.Period.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Test
  void weeksAreIso() {
    assertThat(Period.of(Step.WEEK, LocalDate.of(2026, 11, 22)).label()).isEqualTo("2026-W47");
    assertThat(Period.of(Step.WEEK, LocalDate.of(2027, 1, 3)).label()).isEqualTo("2026-W53");
    assertThat(Period.of(Step.WEEK, LocalDate.of(2025, 12, 29)).label()).isEqualTo("2026-W01");
  }

  @Test
  void theWeekReportedIsTheLastOneThatWasOverInTheBusinesssZone() {
    Instant sundayMidnight = Instant.parse("2026-11-22T21:00:00Z");
    assertThat(Period.lastFull(Step.WEEK, sundayMidnight, MOSCOW).label()).isEqualTo("2026-W47");
    assertThat(Period.lastFull(Step.WEEK, sundayMidnight.minusMillis(1), MOSCOW).label())
        .isEqualTo("2026-W46");
    assertThat(Period.lastFull(Step.MONTH, sundayMidnight, MOSCOW).label()).isEqualTo("2026-10");
  }

  @Test
  void theLastOnesEndWithThePeriodItself() {
    assertThat(Period.of(Step.MONTH, LocalDate.of(2026, 2, 3)).lastOnes(3))
        .extracting(Period::label)
        .containsExactly("2025-12", "2026-01", "2026-02");
  }
}
