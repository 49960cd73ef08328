package dev.svodka.report.figure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An ISO week or a calendar month in the business's zone.
 *
 * @param label as {@code kpis.json} has it: {@code 2026-W47}, {@code 2026-11}
 * @param last included
 */
public record Period(Step step, String label, LocalDate first, LocalDate last)
    implements Comparable<Period> {
  /** How long a period is. */
  public enum Step {
    WEEK,
    MONTH
  }

  public static Period of(Step step, LocalDate day) {
    return switch (step) {
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(
            step,
            "%04d-W%02d"
                .formatted(
                    monday.get(IsoFields.WEEK_BASED_YEAR),
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
            monday,
            monday.plusDays(6));
      }
      case MONTH -> {
        LocalDate first = day.withDayOfMonth(1);
        yield new Period(
            step,
            String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue()),
            first,
            first.plusMonths(1).minusDays(1));
      }
    };
  }

  /**
   * Reads a label.
   *
   * @throws java.time.format.DateTimeParseException for anything else
   */
  public static Period parse(String label) {
    return label.contains("W")
        ? of(Step.WEEK, LocalDate.parse(label + "-1", DateTimeFormatter.ISO_WEEK_DATE))
        : of(Step.MONTH, LocalDate.parse(label + "-01"));
  }

  /** The last period that was over at the exclusive instant. */
  public static Period lastFull(Step step, Instant asOf, ZoneId zone) {
    return of(step, asOf.atZone(zone).toLocalDate()).previous();
  }

  public Period previous() {
    return of(step, first.minusDays(1));
  }

  /** A year earlier: the same month, or the week 52 weeks before, which has the nearest dates. */
  public Period yearEarlier() {
    return switch (step) {
      case WEEK -> plus(-52);
      case MONTH -> plus(-12);
    };
  }

  /** How many days it has. */
  public int days() {
    return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
  }

  /** This period and those before it, the oldest first. */
  public List<Period> lastOnes(int count) {
    return IntStream.rangeClosed(1 - count, 0).mapToObj(this::plus).toList();
  }

  private Period plus(int steps) {
    return of(step, step == Step.WEEK ? first.plusWeeks(steps) : first.plusMonths(steps));
  }

  @Override
  public int compareTo(Period other) {
    return first.compareTo(other.first);
  }
}
