package dev.svodka.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.WorkingTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingClockTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime SIX = LocalTime.of(18, 0);

  @ParameterizedTest
  @CsvSource({
    // The worked values of kpis.md.
    "none, 2026-11-20T17:00, 2026-11-23T10:00, PT2H",
    "RU,   2026-11-20T17:00, 2026-11-23T10:00, PT2H",
    "RU,   2025-12-30T17:00, 2026-01-12T10:00, PT2H",
    // A short day before a holiday, and the worked Saturdays of 2024.
    "RU,   2023-02-22T09:00, 2023-02-22T18:00, PT8H",
    "RU,   2024-04-26T09:00, 2024-04-28T00:00, PT18H",
    "none, 2024-04-26T09:00, 2024-04-28T00:00, PT9H",
    "RU,   2026-11-20T08:00, 2026-11-20T09:30, PT30M",
    "RU,   2026-11-20T19:00, 2026-11-20T23:00, PT0S",
    "RU,   2026-11-23T10:00, 2026-11-20T17:00, PT-2H"
  })
  void workedValues(String calendar, LocalDateTime from, LocalDateTime to, Duration expected) {
    WorkingClock clock = clock(MOSCOW, calendar);
    assertThat(Duration.ofMillis(clock.between(millis(from, MOSCOW), millis(to, MOSCOW))))
        .isEqualTo(expected);
  }

  @Test
  void decreedDaysAreOffOnlyWhereTheCompanySaysSo() {
    long from = millis(LocalDateTime.parse("2020-03-27T18:00"), MOSCOW);
    long to = millis(LocalDateTime.parse("2020-05-12T09:00"), MOSCOW);
    assertThat(clock(MOSCOW, "RU").between(from, to)).isZero();
    WorkCalendar asPublished = Calendars.of(new WorkingTime("RU", NINE, SIX, false), Path.of("."));
    // 27 working days of the calendar, two of them (30 April, 8 May) an hour shorter.
    assertThat(new WorkingClock(MOSCOW, NINE, SIX, asPublished).between(from, to))
        .isEqualTo(Duration.ofHours(27 * 9 - 2).toMillis());
  }

  @Test
  void aChangeOfTheClocksWithinTheHoursChangesTheDay() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    WorkingClock night =
        new WorkingClock(berlin, LocalTime.of(1, 0), LocalTime.of(9, 0), day(DayKind.WORKING));
    assertThat(night.between(at("2026-03-29T00:00", berlin), at("2026-03-30T00:00", berlin)))
        .isEqualTo(Duration.ofHours(7).toMillis());
    assertThat(night.between(at("2026-10-25T00:00", berlin), at("2026-10-26T00:00", berlin)))
        .isEqualTo(Duration.ofHours(9).toMillis());
  }

  @Test
  void theClockStandsStillOutsideTheYearsThatItKnows() {
    WorkingClock clock = clock(MOSCOW, "RU");
    assertThat(clock.workingMillis(Long.MIN_VALUE)).isZero();
    assertThat(clock.workingMillis(-86_400_000L * 365)).isZero();
    assertThat(clock.workingMillis(Long.MAX_VALUE))
        .isEqualTo(clock.workingMillis(Instant.parse("2101-01-05T00:00:00Z").toEpochMilli()));
  }

  @Test
  void aVectorReadsAsItsMomentsDo() {
    WorkingClock clock = clock(MOSCOW, "RU");
    SplittableRandom random = new SplittableRandom(7);
    long[] moments = random.longs(1000, 0, 4_000_000_000_000L).sorted().toArray();
    long[] readings = Arrays.copyOf(moments, moments.length);
    clock.workingMillis(readings, readings, readings.length);
    assertThat(readings).isSorted();
    for (int i = 0; i < moments.length; i++) {
      assertThat(readings[i]).isEqualTo(clock.workingMillis(moments[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyZoneAgreesWithACountByTheMinute(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 4; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalTime from = LocalTime.of(random.nextInt(0, 10), random.nextInt(60));
      LocalTime to = LocalTime.of(random.nextInt(13, 23), random.nextInt(60));
      WorkCalendar calendar =
          Calendars.of(
              new WorkingTime(random.nextBoolean() ? "RU" : "none", from, to), Path.of("."));
      WorkingClock clock = new WorkingClock(zone, from, to, calendar);
      for (long start : starts(zone, random)) {
        long end = start + 60_000L * random.nextInt(1, 3 * 1440);
        assertThat(clock.between(start, end))
            .as(
                "seed %d, %s, %s-%s, %s ▶ %s",
                seed, zone, from, to, Instant.ofEpochMilli(start), Instant.ofEpochMilli(end))
            .isEqualTo(60_000L * minutes(zone, from, to, calendar, start, end));
      }
    }
  }

  /** Whole minutes at random, and shortly before changes of the clocks. */
  private static List<Long> starts(ZoneId zone, SplittableRandom random) {
    List<Long> starts = new ArrayList<>();
    long day = Duration.ofDays(1).toMillis();
    long first = Instant.parse("2013-01-01T00:00:00Z").toEpochMilli();
    starts.add(first + day * random.nextInt(5000) + 60_000L * random.nextInt(1440));
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(Instant.ofEpochMilli(first + day * random.nextInt(4000)));
    if (change != null) {
      starts.add(change.getInstant().toEpochMilli() - 60_000L * random.nextInt(2000));
    }
    return starts;
  }

  private static long minutes(
      ZoneId zone, LocalTime from, LocalTime to, WorkCalendar calendar, long start, long end) {
    long count = 0;
    for (long minute = start; minute < end; minute += 60_000) {
      ZonedDateTime local = Instant.ofEpochMilli(minute).atZone(zone);
      DayKind kind = calendar.kind(local.toLocalDate());
      LocalTime close = kind == DayKind.SHORT ? to.minusHours(1) : to;
      if (kind.worked()
          && !local.toLocalTime().isBefore(from)
          && local.toLocalTime().isBefore(close)) {
        count++;
      }
    }
    return count;
  }

  private static WorkCalendar day(DayKind kind) {
    return new WorkCalendar() {
      @Override
      public DayKind kind(LocalDate day) {
        return kind;
      }

      @Override
      public boolean provisional(LocalDate day) {
        return false;
      }
    };
  }

  private static WorkingClock clock(ZoneId zone, String calendar) {
    return new WorkingClock(
        zone, NINE, SIX, Calendars.of(new WorkingTime(calendar, NINE, SIX), Path.of(".")));
  }

  private static long at(String local, ZoneId zone) {
    return millis(LocalDateTime.parse(local), zone);
  }

  private static long millis(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant().toEpochMilli();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void momentOfIsTheEarliestWithThatReading(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    WorkingClock clock = clock(MOSCOW, "RU");
    for (int i = 0; i < 2_000; i++) {
      long reading = random.nextLong(1, 30L * 250 * 9 * 3_600_000);
      long moment = clock.momentOf(reading);
      assertThat(clock.workingMillis(moment)).as("seed %d, %d", seed, reading).isEqualTo(reading);
      assertThat(clock.workingMillis(moment - 1)).isEqualTo(reading - 1);
    }
  }

  @Test
  void aFullDayAfterTheOpeningEndsAtTheClosingOfThatDay() {
    WorkingClock clock = clock(MOSCOW, "RU");
    long monday = millis(LocalDateTime.parse("2026-11-23T09:00"), MOSCOW);
    long reading = clock.workingMillis(monday) + Duration.ofHours(9).toMillis();
    assertThat(clock.momentOf(reading))
        .isEqualTo(millis(LocalDateTime.parse("2026-11-23T18:00"), MOSCOW));
    assertThat(clock.momentOf(reading + 1))
        .isEqualTo(millis(LocalDateTime.parse("2026-11-24T09:00"), MOSCOW) + 1);
  }
}
