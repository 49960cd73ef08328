package dev.svodka.core.business;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When the company works.
 *
 * @param calendar {@code RU BY KZ UZ}, a file beside the business file, or {@code none}
 * @param decreedDaysOff whether days decreed to be non-working outside the calendar of the year
 *     (Russia: spring 2020, May and autumn 2021) are days off; left out: yes
 */
public record WorkingTime(String calendar, LocalTime from, LocalTime to, boolean decreedDaysOff) {
  /** The calendar that has every day but Saturday and Sunday for a working day. */
  public static final String NONE = "none";

  public WorkingTime {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("the working day ends before it begins: " + from);
    }
  }

  public WorkingTime(String calendar, LocalTime from, LocalTime to) {
    this(calendar, from, to, true);
  }

  /** Length of a full working day in milliseconds. */
  public long dayMillis() {
    return Duration.between(from, to).toMillis();
  }
}
