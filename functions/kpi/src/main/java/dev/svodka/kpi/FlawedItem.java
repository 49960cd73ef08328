package dev.svodka.kpi;

import java.time.Duration;
import java.util.Optional;

/**
 * An item whose data cannot be right.
 *
 * @param interval that ends before it begins
 * @param by how long before
 * @param owner at as-of
 */
public record FlawedItem(
    Flaw flaw,
    String process,
    KpiItem item,
    Optional<String> interval,
    Optional<Duration> by,
    Optional<String> owner) {
  /** What is wrong with it. */
  public enum Flaw {
    /** An interval ends before it begins. */
    BACKWARDS,
    /** An invoice that nobody told a due date of and that no terms give one. */
    UNDATED
  }
}
