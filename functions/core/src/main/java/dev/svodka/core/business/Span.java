package dev.svodka.core.business;

import static java.util.Objects.requireNonNull;

/** A length of time as a business file says it: {@code 2 working days}, {@code 30 minutes}. */
public record Span(long count, Unit unit) {
  /** What is counted; working units run on the working clock, the others on the wall's. */
  public enum Unit {
    WORKING_DAYS,
    WORKING_HOURS,
    DAYS,
    HOURS,
    MINUTES;

    public boolean working() {
      return this == WORKING_DAYS || this == WORKING_HOURS;
    }
  }

  public Span {
    requireNonNull(unit, "unit is null");
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
  }

  /**
   * The span in milliseconds of its clock.
   *
   * @param workingDayMillis the full working day; used by {@link Unit#WORKING_DAYS} alone
   */
  public long millis(long workingDayMillis) {
    return switch (unit) {
      case WORKING_DAYS -> count * workingDayMillis;
      case DAYS -> count * 86_400_000L;
      case WORKING_HOURS, HOURS -> count * 3_600_000L;
      case MINUTES -> count * 60_000L;
    };
  }
}
