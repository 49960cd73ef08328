package dev.svodka.core.business;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When the company works.
 *
 * @param calendar {@code RU BY KZ UZ}, a file beside the business file, or {@code none}
 */
public record WorkingTime(String calendar, LocalTime from, LocalTime to) {
  /** Length of a full working day in milliseconds. */
  public long dayMillis() {
    return Duration.between(from, to).toMillis();
  }
}
