package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  /** The end of Sunday, 22 November 2026, in Moscow. */
  private static final Instant SUNDAY = Instant.parse("2026-11-22T21:00:00Z");

  @Test
  void everyPeriodThatADayLiesInIsGiven() {
    List<Period> periods = of("2026-09-27", SUNDAY, false);
    assertThat(periods.stream().map(Period::name))
        .containsExactly(
            "all",
            "90d",
            "2026-W39",
            "2026-W40",
            "2026-W41",
            "2026-W42",
            "2026-W43",
            "2026-W44",
            "2026-W45",
            "2026-W46",
            "2026-W47",
            "2026-09",
            "2026-10",
            "2026-11",
            "2026-Q3",
            "2026-Q4");
    assertThat(names(periods, Period::partial)).containsExactly("2026-11", "2026-Q4");
    assertThat(names(periods, period -> !period.plain())).isEmpty();
    assertThat(names(periods, period -> !period.grouped()))
        .containsExactly("90d", "2026-Q3", "2026-Q4");
  }

  @ParameterizedTest
  @CsvSource({
    "90d,      2026-08-25, 2026-11-22",
    "2026-W39, 2026-09-21, 2026-09-27",
    "2026-09,  2026-09-01, 2026-09-30",
    "2026-Q3,  2026-07-01, 2026-09-30",
    "2026-Q4,  2026-10-01, 2026-12-31"
  })
  void aPeriodHasItsDays(String name, LocalDate first, LocalDate last) {
    assertThat(of("2026-09-27", SUNDAY, false))
        .filteredOn(period -> period.name().equals(name))
        .singleElement()
        .satisfies(
            period -> {
              assertThat(period.first()).isEqualTo(first);
              assertThat(period.last()).isEqualTo(last);
            });
  }

  @Test
  void fifteenMonthsAreGivenAndThirteenByGroup() {
    List<Period> periods = of("2025-01-01", SUNDAY, false);
    List<String> plain = names(periods, Period::plain);
    assertThat(plain).contains("2025-09", "2025-W36", "2025-Q3").doesNotContain("2025-08");
    assertThat(plain).doesNotContain("2025-W35", "2025-Q2");
    List<String> grouped = names(periods, Period::grouped);
    assertThat(grouped).contains("2025-11", "2026-W35").doesNotContain("2025-10", "2026-W34");
    // A week that ends on the first day of the oldest month lies in it.
    assertThat(names(of("2024-01-01", Instant.parse("2026-08-31T00:00:00Z"), false), Period::plain))
        .contains("2025-W22", "2025-06")
        .doesNotContain("2025-W21", "2025-05");
    assertThat(
            names(of("2024-01-01", Instant.parse("2026-11-30T00:00:00Z"), true), p -> !p.plain()))
        .isEmpty();
  }

  @Test
  void nothingIsLeftOutOfAFullRun() {
    assertThat(of("2024-01-01", SUNDAY, true))
        .allSatisfy(period -> assertThat(period.plain() && period.grouped()).isTrue());
  }

  @Test
  void aWeekIsPartialUntilItsLastMomentIsOver() {
    Instant shortly = SUNDAY.minusMillis(1);
    assertThat(names(of("2026-11-22", shortly, false), Period::partial))
        .containsExactly("2026-W47", "2026-11", "2026-Q4");
    assertThat(Periods.lastDay(SUNDAY, MOSCOW)).isEqualTo("2026-11-22");
    assertThat(Periods.lastDay(SUNDAY.plusMillis(1), MOSCOW)).isEqualTo("2026-11-23");
  }

  @Test
  void weeksBelongToTheirIsoYear() {
    assertThat(names(of("2027-01-01", Instant.parse("2027-01-04T21:00:00Z"), false), p -> true))
        .containsExactly("all", "90d", "2026-W53", "2027-W01", "2027-01", "2027-Q1");
  }

  @Test
  void aCompanyThatBeginsTomorrowHasTodaysPeriods() {
    assertThat(names(of("2027-05-01", SUNDAY, false), p -> true))
        .containsExactly("all", "90d", "2026-W47", "2026-11", "2026-Q4");
    Period all = of("2027-05-01", SUNDAY, false).getFirst();
    assertThat(all)
        .isEqualTo(
            new Period("all", LocalDate.EPOCH, LocalDate.of(2026, 11, 22), false, true, true));
  }

  private static List<Period> of(String firstDay, Instant asOf, boolean full) {
    return Periods.of(LocalDate.parse(firstDay), asOf, MOSCOW, full);
  }

  private static List<String> names(List<Period> periods, Predicate<Period> which) {
    return periods.stream().filter(which).map(Period::name).toList();
  }
}
