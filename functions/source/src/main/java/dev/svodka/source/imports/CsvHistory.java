package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.csv.CsvRow;
import dev.svodka.source.csv.CsvTable;
import dev.svodka.source.csv.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose rows each give the events that its rule names. */
final class CsvHistory implements HistoryReader {
  private final String file;
  private final CsvTable table;
  private final List<String> header;
  private final int[] slots;
  private final int size;
  private final RuleCells rule;
  private final List<EventMaker> makers;

  private CsvHistory(
      String file,
      CsvTable table,
      List<String> header,
      Slots slots,
      RuleCells rule,
      List<EventMaker> makers) {
    this.file = file;
    this.table = table;
    this.header = header;
    this.slots = columns(header, slots);
    this.size = slots.size();
    this.rule = rule;
    this.makers = makers;
  }

  static CsvHistory examine(HistoryFile file, ImportRule rule, Business business)
      throws IOException {
    Charset charset = TextEncoding.of(file.name(), file::open, rule.dialect().encoding());
    Slots slots = new Slots();
    RuleCells cells = RuleCells.of(rule, slots);
    Header head = Header.find(file, charset, rule);
    List<FieldCell> fields = head.fields(new KeptNames(business, rule), slots);
    CellStyles styles =
        new CellStyles(
            file.name(), rule.dialect(), business.zone(), cells.dates(fields), cells.amounts());
    if (styles.open()) {
      head.table()
          .read(
              columns(head.names(), slots),
              slots.size(),
              row -> styles.look(row.values(), row.line()),
              line -> {});
    }
    CellStyle style = styles.found();
    List<EventMaker> makers =
        cells.events().stream()
            .map(
                plan ->
                    new EventMaker(
                        business.account(),
                        business.currency(),
                        SourceKind.CSV,
                        plan,
                        style,
                        fields))
            .toList();
    return new CsvHistory(file.name(), head.table(), head.names(), slots, cells, makers);
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    Run run = new Run(events, tally);
    table.read(
        slots,
        size,
        run::row,
        line -> tally.rejected(file, line, "", "a quote in the row does not close"));
  }

  private static int[] columns(List<String> header, Slots slots) {
    int[] columns = new int[header.size()];
    Arrays.fill(columns, -1);
    List<String> names = slots.names();
    for (int slot = 0; slot < names.size(); slot++) {
      columns[header.indexOf(names.get(slot))] = slot;
    }
    return columns;
  }

  /** One going through the file. */
  private final class Run {
    private final RowEvents events;
    private final Tally tally;
    private final List<ChangeEventBuilder> row = new ArrayList<>();
    private long number;

    Run(RowEvents events, Tally tally) {
      this.events = events;
      this.tally = tally;
    }

    void row(CsvRow cells) {
      number++;
      try {
        check(cells);
        if (!rule.passes(cells.values())) {
          tally.filtered();
        } else if (read(cells.values())) {
          events.give(row);
        } else {
          tally.filtered();
        }
      } catch (RowRejected e) {
        tally.rejected(file, cells.line(), e.field(), e.reason());
      }
    }

    private void check(CsvRow cells) throws RowRejected {
      if (cells.tooLong()) {
        throw new RowRejected("", "longer than " + CsvRow.MAX_ROW_CHARS + " characters");
      }
      if (cells.columns() != header.size()) {
        throw new RowRejected(
            "", (cells.columns() < header.size() ? "fewer" : "more") + " cells than the header");
      }
      if (cells.longCell() >= 0) {
        String column = header.get(cells.longCell());
        throw new RowRejected(
            column, column + " is longer than " + CsvRow.MAX_CELL_CHARS + " characters");
      }
      if (cells.nulCell() >= 0) {
        String column = header.get(cells.nulCell());
        throw new RowRejected(column, column + " holds a NUL character");
      }
    }

    /** False where {@code stage-prefix} leaves out all that the row gives. */
    private boolean read(@Nullable String[] cells) throws RowRejected {
      ItemRef item = rule.item(cells);
      ItemRef parent = rule.parent(cells);
      row.clear();
      boolean prefixed = false;
      String empty = "no event: `when` of none holds";
      String emptyField = "";
      for (int i = 0; i < makers.size(); i++) {
        EventMaker maker = makers.get(i);
        if (!maker.plan().holds(cells)) {
          continue;
        }
        long moment = maker.moment(cells);
        if (moment == Moments.NONE) {
          emptyField = emptyField.isEmpty() ? maker.plan().moment().field() : emptyField;
        } else if (rule.prefixed(maker.stage(cells))) {
          row.add(maker.make(cells, item, parent, moment, (number - 1) * makers.size() + i + 1));
        } else {
          prefixed = true;
        }
      }
      if (row.isEmpty() && !prefixed) {
        throw new RowRejected(
            emptyField, emptyField.isEmpty() ? empty : "no event: " + emptyField + " is empty");
      }
      return !row.isEmpty();
    }
  }
}
