package dev.svodka.local.serve;

import dev.svodka.report.declare.ReportSpec.Every;
import dev.svodka.report.declare.ReportSpec.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The moments at which a schedule has a report made, in the company's zone. */
final class Slots {
  private Slots() {}

  /**
   * The last moment of the schedule that is not after {@code now}. Where the clock is put forward
   * over it, it is as much later; where it is put back, the first of the two.
   */
  static Instant last(Schedule schedule, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate day = onOrBefore(schedule, today);
    Instant slot = at(schedule, day, zone);
    return slot.isAfter(now) ? at(schedule, onOrBefore(schedule, day.minusDays(1)), zone) : slot;
  }

  private static LocalDate onOrBefore(Schedule schedule, LocalDate day) {
    return schedule.every() == Every.WEEK
        ? schedule.day().map(of -> day.with(TemporalAdjusters.previousOrSame(of))).orElse(day)
        : day;
  }

  private static Instant at(Schedule schedule, LocalDate day, ZoneId zone) {
    return day.atTime(schedule.time()).atZone(zone).toInstant();
  }
}
