package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantsTest {
  private static final long DAY = 86_400_000L;

  @ParameterizedTest
  @CsvSource({
    "Europe/Moscow,     2026-11-22T09:00, 2026-11-22T06:00:00Z",
    // In a gap the moment of the change, in an overlap the first of the two.
    "Europe/Berlin,     2026-03-29T02:00, 2026-03-29T01:00:00Z",
    "Europe/Berlin,     2026-03-29T02:45, 2026-03-29T01:00:00Z",
    "Europe/Berlin,     2026-03-29T03:00, 2026-03-29T01:00:00Z",
    "Europe/Berlin,     2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "Africa/Cairo,      2026-04-24T00:00, 2026-04-23T22:00:00Z",
    "Pacific/Apia,      2011-12-30T12:00, 2011-12-30T10:00:00Z"
  })
  void aLocalTimeBeginsOnce(ZoneId zone, LocalDateTime local, Instant moment) {
    assertThat(Instant.ofEpochMilli(Instants.first(local, zone))).isEqualTo(moment);
  }

  @Test
  void aDayBeginsAtItsMidnight() {
    LocalDays days = new LocalDays(ZoneId.of("Europe/Moscow"));
    long day = LocalDate.of(2026, 11, 23).toEpochDay();
    assertThat(Instant.ofEpochMilli(days.startOf(day))).isEqualTo("2026-11-22T21:00:00Z");
    long[] moments = {days.startOf(day) - 1, days.startOf(day), days.startOf(day) + 1};
    days.localDay(moments, moments, 2);
    assertThat(moments).containsExactly(day - 1, day, days.startOf(day) + 1);
  }

  /** Each day by itself, over years in which the clocks changed in every way. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 1995-01-01, 02:30",
    "Europe/Moscow, 2009-01-01, 00:00",
    "Pacific/Apia, 2010-01-01, 09:00",
    "Africa/Cairo, 2022-01-01, 00:00",
    "America/Sao_Paulo, 2010-01-01, 00:00",
    "UTC, 2020-01-01, 18:00"
  })
  void aRowIsItsDaysOneByOne(ZoneId zone, LocalDate first, LocalTime time) {
    int count = 2000;
    long[] row = Instants.row(first, count, time, zone);
    assertThat(row).hasSize(count);
    for (int i = 0; i < count; i++) {
      LocalDateTime local = first.plusDays(i).atTime(time);
      assertThat(row[i]).as("%s %s", zone, local).isEqualTo(Instants.first(local, zone));
    }
  }

  @Test
  void aMomentBelongsToTheLastStartNotAfterIt() {
    long[] starts = {0, DAY, 2 * DAY - 3_600_000, 3 * DAY};
    assertThat(Instants.lastNotAfter(starts, -1)).isEqualTo(-1);
    assertThat(Instants.lastNotAfter(starts, 0)).isZero();
    assertThat(Instants.lastNotAfter(starts, DAY - 1)).isZero();
    assertThat(Instants.lastNotAfter(starts, DAY)).isEqualTo(1);
    assertThat(Instants.lastNotAfter(starts, 2 * DAY - 3_600_001)).isEqualTo(1);
    assertThat(Instants.lastNotAfter(starts, 2 * DAY - 3_600_000)).isEqualTo(2);
    assertThat(Instants.lastNotAfter(starts, 3 * DAY - 1)).isEqualTo(2);
    assertThat(Instants.lastNotAfter(starts, 3 * DAY)).isEqualTo(3);
    assertThat(Instants.lastNotAfter(starts, Long.MAX_VALUE)).isEqualTo(3);
  }
}
