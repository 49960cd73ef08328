package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule.Cells;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The templates that fill an event, bound to the slots of a row. */
record BoundCells(
    @Nullable Cell pipeline,
    @Nullable Cell stage,
    @Nullable Cell owner,
    @Nullable Cell actor,
    @Nullable Cell customerId,
    @Nullable Cell customerName,
    @Nullable Cell amount,
    @Nullable Cell currency,
    @Nullable Cell due,
    @Nullable Cell received) {
  static BoundCells of(Cells cells, Slots row) {
    return new BoundCells(
        Cell.of(cells.pipeline(), row),
        Cell.of(cells.stage(), row),
        Cell.of(cells.owner(), row),
        Cell.of(cells.actor(), row),
        Cell.of(cells.customerId(), row),
        Cell.of(cells.customerName(), row),
        Cell.of(cells.amount(), row),
        Cell.of(cells.currency(), row),
        Cell.of(cells.due(), row),
        Cell.of(cells.received(), row));
  }

  Stream<@Nullable Cell> dates() {
    return Stream.of(due, received);
  }
}
