package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Moscow,       2026-11-22T20:59:59.999Z, 2026-11-22, 2026-W47, 2026-11",
    "Europe/Moscow,       2026-11-22T21:00:00.000Z, 2026-11-23, 2026-W48, 2026-11",
    "America/Los_Angeles, 2026-12-01T07:59:59.999Z, 2026-11-30, 2026-W49, 2026-11",
    "UTC,                 2027-01-01T00:00:00.000Z, 2027-01-01, 2026-W53, 2027-01",
    "Pacific/Apia,        2011-12-30T10:00:00.000Z, 2011-12-31, 2011-W52, 2011-12"
  })
  void daysWeeksAndMonthsAreCutInTheZone(
      ZoneId zone, Instant moment, LocalDate day, String week, String month) {
    LocalDays days = new LocalDays(zone);
    long millis = moment.toEpochMilli();
    assertThat(LocalDate.ofEpochDay(days.localDay(millis))).isEqualTo(day);
    assertThat(days.isoWeek(millis)).isEqualTo(week);
    assertThat(days.isoMonth(millis)).isEqualTo(month);
    assertThat(days.startOf(day.toEpochDay())).isLessThanOrEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyZoneAgreesWithTheLibrary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 5; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalDays days = new LocalDays(zone);
      for (int j = 0; j < 500; j++) {
        Instant moment =
            Instant.ofEpochMilli(random.nextLong(1_000_000_000_000L, 2_200_000_000_000L));
        assertThat(days.localDay(moment.toEpochMilli()))
            .as("seed %d, %s, %s", seed, zone, moment)
            .isEqualTo(moment.atZone(zone).toLocalDate().toEpochDay());
      }
    }
  }

  @Test
  void momentsFarAwayCountAsTheFirstAndTheLast() {
    LocalDays days = new LocalDays(ZoneId.of("Europe/Moscow"));
    assertThat(days.localDay(Long.MIN_VALUE)).isEqualTo(LocalDate.of(1899, 12, 31).toEpochDay());
    assertThat(days.localDay(Long.MAX_VALUE)).isEqualTo(LocalDate.of(2200, 1, 2).toEpochDay());
  }
}
