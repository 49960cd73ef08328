package dev.svodka.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A table as pages and files show it. */
public record Table(List<Column> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
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
   */
  public record Cell(
      String text,
      Optional<BigDecimal> raw,
      OptionalDouble shade,
      boolean ripening,
      Optional<String> file) {
    public Cell(String text, Optional<BigDecimal> raw, OptionalDouble shade, boolean ripening) {
      this(text, raw, shade, ripening, Optional.empty());
    }

    static Cell text(String text) {
      return new Cell(text, Optional.empty(), OptionalDouble.empty(), false);
    }

    /** A text that files have in another form, such as a day by ISO 8601. */
    static Cell text(String text, String file) {
      return new Cell(text, Optional.empty(), OptionalDouble.empty(), false, Optional.of(file));
    }

    static Cell number(String text, BigDecimal raw) {
      return new Cell(text, Optional.of(raw), OptionalDouble.empty(), false);
    }

    static Cell number(String text, long raw) {
      return number(text, BigDecimal.valueOf(raw));
    }
  }
}
