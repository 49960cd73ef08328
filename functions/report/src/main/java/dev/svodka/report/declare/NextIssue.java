package dev.svodka.report.declare;

import dev.svodka.report.declare.ReportSpec.Every;
import dev.svodka.report.declare.ReportSpec.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When a report is made again.
 *
 * @param expected by the schedule
 * @param overdue from then on the reader is told that it did not come
 */
public record NextIssue(Instant expected, Instant overdue) {
  /** A run over a large company takes its time. */
  private static final Duration GRACE = Duration.ofHours(2);

  /**
   * The first time of the schedule on a later day than as-of's: what is made at seven with what
   * happened before midnight is made again at seven of another day.
   *
   * @param asOf exclusive
   * @param zone the business's, in which the schedule is meant
   */
  public static NextIssue after(Instant asOf, Schedule schedule, ZoneId zone) {
    LocalDate later = asOf.atZone(zone).toLocalDate().plusDays(1);
    LocalDate day =
        schedule.every() == Every.WEEK
            ? schedule.day().map(d -> later.with(TemporalAdjusters.nextOrSame(d))).orElse(later)
            : later;
    Instant expected = day.atTime(schedule.time()).atZone(zone).toInstant();
    return new NextIssue(expected, expected.plus(GRACE));
  }
}
