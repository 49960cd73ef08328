package dev.svodka.report.page;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A table as pages and files show it. */
public record Table(List<Column> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table with the addresses in columns of their own, for files: after each linked one. */
  Table withAddresses(String title) {
    List<Column> wider = new ArrayList<>();
    List<List<Cell>> filled = new ArrayList<>();
    rows.forEach(row -> filled.add(new ArrayList<>()));
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      wider.add(columns.get(at));
      boolean linked = rows.stream().anyMatch(row -> row.get(at).link().isPresent());
      if (linked) {
        wider.add(new Column(title, false));
      }
      for (int row = 0; row < rows.size(); row++) {
        Cell cell = rows.get(row).get(at);
        filled.get(row).add(cell);
        if (linked) {
          filled.get(row).add(Cell.text(cell.link().map(URI::toString).orElse("")));
        }
      }
    }
    return new Table(wider, List.copyOf(filled));
  }

  /** A column; numbers stand to the right. */
  public record Column(String title, boolean number) {}

  /**
   * One cell.
   *
   * @param text as the page shows it
   * @param raw the figure unrounded, for files and sorting
   * @param shade 0..1, how strongly the ground is coloured
   * @param ripening not final yet: hatched
   * @param file as files have it, where that is neither the text nor a figure
   * @param link the page that the text leads to, such as a deal's in the CRM
   */
  public record Cell(
      String text,
      Optional<BigDecimal> raw,
      OptionalDouble shade,
      boolean ripening,
      Optional<String> file,
      Optional<URI> link) {
    public Cell(String text, Optional<BigDecimal> raw, OptionalDouble shade, boolean ripening) {
      this(text, raw, shade, ripening, Optional.empty(), Optional.empty());
    }

    Cell linked(Optional<URI> page) {
      return new Cell(text, raw, shade, ripening, file, page);
    }

    static Cell text(String text) {
      return new Cell(text, Optional.empty(), OptionalDouble.empty(), false);
    }

    /** A text that files have in another form, such as a day by ISO 8601. */
    static Cell text(String text, String file) {
      return new Cell(
          text,
          Optional.empty(),
          OptionalDouble.empty(),
          false,
          Optional.of(file),
          Optional.empty());
    }

    static Cell number(String text, BigDecimal raw) {
      return new Cell(text, Optional.of(raw), OptionalDouble.empty(), false);
    }

    static Cell number(String text, long raw) {
      return number(text, BigDecimal.valueOf(raw));
    }
  }
}
