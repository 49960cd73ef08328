package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import java.io.IOException;

/** Our own events, an Arrow or Parquet row each. */
record ColumnHistory(HistoryFile file, ColumnFiles columns) implements HistoryReader {
  static ColumnHistory examine(HistoryFile file, ColumnFiles columns, Business business)
      throws IOException {
    columns.read(file.path(), event -> check(file, event, business));
    return new ColumnHistory(file, columns);
  }

  private static void check(HistoryFile file, ChangeEvent event, Business business) {
    if (!event.account().equals(business.account())) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          "%s holds events of account `%s`; this business file is of `%s`"
              .formatted(file.name(), event.account(), business.account()));
    }
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    columns.read(file.path(), events::giveIdentified);
  }
}
