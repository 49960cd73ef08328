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
   */
  public record Cell(
      String text, Optional<BigDecimal> raw, OptionalDouble shade, boolean ripening) {
    static Cell text(String text) {
      return new Cell(text, Optional.empty(), OptionalDouble.empty(), false);
    }

    static Cell number(String text, BigDecimal raw) {
      return new Cell(text, Optional.of(raw), OptionalDouble.empty(), false);
    }

    static Cell number(String text, long raw) {
      return number(text, BigDecimal.valueOf(raw));
    }
  }
}
