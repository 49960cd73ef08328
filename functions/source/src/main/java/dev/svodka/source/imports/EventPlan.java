package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.event.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event that a row may give: when it does, and from which cells.
 *
 * @param purpose of a payment: the text that names its invoices
 */
record EventPlan(
    Kind kind, Cell moment, List<Pass> when, BoundCells cells, @Nullable Cell purpose) {

  static EventPlan of(EventRule event, ImportRule rule, Slots row) {
    return new EventPlan(
        event.kind(),
        Cell.of(event.moment(), row),
        event.when().entrySet().stream()
            .map(entry -> new Pass(row.of(entry.getKey()), entry.getValue(), false))
            .toList(),
        BoundCells.of(event.cells().orElse(rule.cells()), row),
        event.kind() == Kind.PAID ? Cell.of(rule.purpose(), row) : null);
  }

  boolean holds(@Nullable String[] row) {
    for (Pass pass : when) {
      if (!pass.holds(row)) {
        return false;
      }
    }
    return true;
  }

  /** Which values of a column pass. */
  record Pass(int slot, List<String> values, boolean anyCase) {
    boolean holds(@Nullable String[] row) {
      String told = row[slot];
      if (told == null) {
        return false;
      }
      for (String value : values) {
        if (anyCase ? value.equalsIgnoreCase(told) : value.equals(told)) {
          return true;
        }
      }
      return false;
    }
  }
}
