package dev.svodka.core.business;

import java.util.List;

/** By when an item has to reach a milestone. */
public record Deadline(Due due, String done, By by) {
  /** How lateness is judged: by local dates or by instants. */
  public enum By {
    DATE,
    TIMESTAMP
  }

  /** A due day that is not a working day moves so. */
  public enum Shift {
    NONE,
    PREVIOUS_WORKING_DAY,
    NEXT_WORKING_DAY
  }

  /** Where the deadline comes from. */
  public sealed interface Due {
    /** A date or timestamp field of the item. */
    record FieldDate(String field) implements Due {}

    /** The events' own {@code due_at}. */
    record Told() implements Due {}

    /**
     * Fixed days of the month: the first one, moved by {@code shift}, on or after the item's
     * creation. A month without such a day ends with it.
     */
    record DayOfMonth(List<Integer> days, Shift shift) implements Due {
      public DayOfMonth {
        days = List.copyOf(days);
      }
    }

    /** A span after a milestone. */
    record After(String milestone, Span within) implements Due {}
  }
}
