package dev.svodka.core.business;

import java.util.List;

/** What makes a moment of an item's life a milestone. */
public sealed interface Condition {
  /** The item's creation as the source tells it. */
  record Created() implements Condition {}

  /** Entering any of these stages; patterns with {@code *}. */
  record EnteredStage(List<String> patterns) implements Condition {
    public EnteredStage {
      patterns = List.copyOf(patterns);
    }
  }

  /** Leaving this set of stages for a stage outside it; patterns with {@code *}. */
  record LeftStages(List<String> patterns) implements Condition {
    public LeftStages {
      patterns = List.copyOf(patterns);
    }
  }

  /** The moment that a date or timestamp field of the item names. */
  record FieldDate(String field) implements Condition {}

  /** The payments that cover the amount. */
  record PaidInFull() implements Condition {}
}
