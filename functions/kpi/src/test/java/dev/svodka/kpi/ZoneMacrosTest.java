package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.LocalDays;
import dev.svodka.core.calendar.WorkingClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of the zone and the Java of the zone cut time alike. */
class ZoneMacrosTest {
  private static final Instant FROM = Instant.parse("2010-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "Europe/Moscow", "America/Sao_Paulo", "Asia/Almaty", "UTC"})
  void daysWeeksAndMonthsAreCutInTheZone(String name) {
    ZoneId zone = ZoneId.of(name);
    LocalDays days = new LocalDays(zone);
    List<Long> moments = moments(zone);
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      ZoneMacros.register(database, zone, FROM, UNTIL);
      List<String> cut =
          query(database, moments, "concat_ws(' ', local_day(t), iso_week(t), iso_month(t))");
      for (int i = 0; i < moments.size(); i++) {
        long moment = moments.get(i);
        assertThat(cut.get(i))
            .as("%s %s", zone, Instant.ofEpochMilli(moment))
            .isEqualTo(
                days.localDay(moment) + " " + days.isoWeek(moment) + " " + days.isoMonth(moment));
      }
    }
  }

  @Test
  void theWorkingClockOfSqlIsJavas() {
    ZoneId zone = ZoneId.of("Europe/Moscow");
    LocalTime nine = LocalTime.of(9, 0);
    WorkingTime time = new WorkingTime("RU", nine, nine.plusHours(9));
    WorkingClock clock = new WorkingClock(zone, nine, time.to(), Calendars.of(time, folder));
    List<Long> moments = moments(zone);
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      ZoneMacros.register(database, Optional.of(clock));
      assertThat(query(database, moments, "cast(working_millis(t) as varchar)"))
          .isEqualTo(moments.stream().map(m -> Long.toString(clock.workingMillis(m))).toList());
    }
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      ZoneMacros.register(database, Optional.empty());
      assertThat(query(database, moments, "cast(working_millis(t) as varchar)"))
          .isEqualTo(moments.stream().map(m -> Long.toString(m)).toList());
    }
  }

  @Test
  void aDateInAFieldIsTheMomentAtWhichItBeginsHere() {
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      ZoneMacros.register(database, ZoneId.of("Europe/Moscow"), FROM, UNTIL);
      long midnight = Instant.parse("2026-11-22T21:00:00Z").toEpochMilli();
      for (String text :
          List.of(
              "2026-11-23",
              "23.11.2026",
              "2026-11-23T00:00",
              "2026-11-22T21:00:00Z",
              "2026-11-23 00:00:00+03:00",
              Long.toString(midnight / 1000),
              Long.toString(midnight))) {
        assertThat(database.<Long>query("m", "select moment_of(?)", r -> r.getLong(1), text))
            .as(text)
            .containsExactly(midnight);
      }
      assertThat(
              database.<Boolean>query(
                  "m", "select moment_of(?) is null", r -> r.getBoolean(1), "soon"))
          .containsExactly(true);
    }
  }

  /** At random, and around each change of the clocks. */
  private static List<Long> moments(ZoneId zone) {
    SplittableRandom random = new SplittableRandom(20_261_125);
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      moments.add(random.nextLong(FROM.toEpochMilli(), UNTIL.toEpochMilli()));
    }
    for (var next = zone.getRules().nextTransition(FROM);
        next != null && next.getInstant().isBefore(UNTIL);
        next = zone.getRules().nextTransition(next.getInstant())) {
      long change = next.getInstant().toEpochMilli();
      for (long around : new long[] {-3_600_001, -1, 0, 1, 3_600_000}) {
        moments.add(change + around);
      }
    }
    return moments;
  }

  private static List<String> query(Database database, List<Long> moments, String expression) {
    String values =
        moments.stream().map(m -> "(cast(" + m + " as bigint))").collect(Collectors.joining(", "));
    return database.query(
        "moments",
        "select " + expression + " from (values " + values + ") v(t)",
        r -> r.getString(1));
  }
}
