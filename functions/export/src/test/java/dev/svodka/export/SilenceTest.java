package dev.svodka.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  @Test
  void aWeekendIsUsualWhereWeekendsAreQuiet() {
    NavigableSet<LocalDate> heard = workdays(MONDAY.minusWeeks(10), MONDAY.minusDays(2));

    assertThat(Silence.daysBeyondUsual(heard, MONDAY.minusDays(1))).isZero();
    assertThat(Silence.daysBeyondUsual(heard, MONDAY)).isEqualTo(1);
    assertThat(Silence.daysBeyondUsual(heard, MONDAY.plusDays(2))).isEqualTo(3);
  }

  @Test
  void oneDayIsUnusualWhereEveryDayHasWebhooks() {
    NavigableSet<LocalDate> heard =
        MONDAY.minusDays(60).datesUntil(MONDAY).collect(Collectors.toCollection(TreeSet::new));

    assertThat(Silence.daysBeyondUsual(heard, MONDAY.minusDays(1))).isZero();
    assertThat(Silence.daysBeyondUsual(heard, MONDAY)).isEqualTo(1);
  }

  @Test
  void aNewAccountMayHaveItsWeekend() {
    NavigableSet<LocalDate> heard = workdays(MONDAY.minusDays(5), MONDAY.minusDays(2));

    assertThat(Silence.daysBeyondUsual(heard, MONDAY.minusDays(1))).isZero();
    assertThat(Silence.daysBeyondUsual(heard, MONDAY)).isEqualTo(1);
  }

  @Test
  void whoeverNeverSentAnythingIsNotSilent() {
    assertThat(Silence.daysBeyondUsual(new TreeSet<>(), MONDAY)).isZero();
  }

  private static NavigableSet<LocalDate> workdays(LocalDate from, LocalDate to) {
    return from.datesUntil(to)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
