package dev.svodka.source.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the event that each trace begins with: the earliest, of several the one that stands first.
 */
final class TraceStarts {
  private static final int NO_EVENT = -1;

  private final RuleCells rule;
  private final EventMaker moved;
  private int[] places = new int[1_024];
  private long events;
  private int trace = -1;
  private long earliest;

  TraceStarts(RuleCells rule, EventMaker moved) {
    this.rule = rule;
    this.moved = moved;
  }

  void row(XesRow row) {
    events++;
    if (row.traceNumber() < 0) {
      return;
    }
    if (row.traceNumber() >= places.length) {
      places = Arrays.copyOf(places, Math.max(row.traceNumber() + 1, places.length * 2));
    }
    if (row.traceNumber() != trace) {
      trace = row.traceNumber();
      places[trace] = NO_EVENT;
      earliest = Long.MAX_VALUE;
    }
    if (!row.longValue().isEmpty()) {
      return;
    }
    try {
      if (filtered(rule, moved, row.values())) {
        return;
      }
      rule.item(row.values());
      long moment = moved.moment(row.values());
      if (moment != Moments.NONE && moment < earliest) {
        earliest = moment;
        places[trace] = row.place();
      }
    } catch (RowRejected e) {
      // it is rejected, and counted, when the events are given
      return;
    }
  }

  long events() {
    return events;
  }

  /** Whether the event is the one that its trace begins with. */
  boolean begins(XesRow row) {
    return row.traceNumber() >= 0 && places[row.traceNumber()] == row.place();
  }

  /** Whether the import leaves the event out; a row that is wrong is not. */
  static boolean filtered(RuleCells rule, EventMaker moved, @Nullable String[] row)
      throws RowRejected {
    return !rule.passes(row) || !rule.prefixed(moved.stage(row));
  }
}
