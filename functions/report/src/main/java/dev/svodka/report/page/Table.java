package dev.svodka.report.page;

import dev.svodka.report.chart.Sparkline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A table as pages and files show it. */
public record Table(List<Column> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Without the columns that tell nothing. */
  Table withoutBlank() {
    List<Integer> told =
        IntStream.range(0, columns.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).blank()))
            .boxed()
            .toList();
    return new Table(
        told.stream().map(columns::get).toList(),
        rows.stream().map(row -> told.stream().map(row::get).toList()).toList());
  }

  /**
   * The table as files have it: with addresses and notes in columns of their own, after those that
   * they belong to, and the numbers of a line in place of it. A page beside this one is no address.
   */
  Table forFiles(String address, String note) {
    List<Column> wider = new ArrayList<>();
    List<List<Cell>> filled = new ArrayList<>();
    rows.forEach(row -> filled.add(new ArrayList<>()));
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      Optional<Line> line = rows.stream().flatMap(row -> row.get(at).line().stream()).findFirst();
      boolean linked = rows.stream().anyMatch(row -> row.get(at).address().isPresent());
      boolean noted = rows.stream().anyMatch(row -> row.get(at).note().isPresent());
      line.ifPresentOrElse(
          l -> l.titles().forEach(title -> wider.add(new Column(title, true))),
          () -> wider.add(columns.get(at)));
      if (linked) {
        wider.add(new Column(address, false));
      }
      if (noted) {
        wider.add(new Column(columns.get(at).title() + ": " + note, false));
      }
      for (int row = 0; row < rows.size(); row++) {
        Cell cell = rows.get(row).get(at);
        filled
            .get(row)
            .addAll(line.map(l -> cell.numbers(l.titles().size())).orElse(List.of(cell)));
        if (linked) {
          filled.get(row).add(Cell.text(cell.address().orElse("")));
        }
        if (noted) {
          filled.get(row).add(Cell.text(cell.note().orElse("")));
        }
      }
    }
    return new Table(wider, List.copyOf(filled));
  }

  /**
   * Counts of the last periods, drawn as a line on the page.
   *
   * @param titles of their columns in files
   */
  record Line(List<String> titles, List<Optional<Long>> counts) {
    Line {
      titles = List.copyOf(titles);
      counts = List.copyOf(counts);
    }

    String svg() {
      return Sparkline.svg(
          counts.stream()
              .map(count -> count.map(OptionalDouble::of).orElse(OptionalDouble.empty()))
              .toList());
    }
  }

  /** A column; numbers stand to the right. */
  public record Column(String title, boolean number) {}

  /**
   * What all cells of a column hold that are no texts; text where there are none or they differ.
   */
  Type type(int column) {
    List<Type> types =
        rows.stream()
            .map(row -> row.get(column).type())
            .filter(type -> type.kind() != Type.Kind.TEXT)
            .distinct()
            .toList();
    return types.size() == 1 ? types.getFirst() : Type.TEXT;
  }

  /**
   * One cell.
   *
   * @param text as the page shows it
   * @param raw the figure unrounded, for files and sorting
   * @param shade 0..1, how strongly the ground is coloured
   * @param ripening not final yet: hatched
   * @param file as files have it, where that is neither the text nor a figure
   * @param type what it holds; days lie in {@code file} by ISO 8601
   * @param link the page that the text leads to: a deal's in the CRM, the list behind a count
   * @param note what the text is of, in small print below it
   * @param line drawn before the text
   */
  public record Cell(
      String text,
      Optional<BigDecimal> raw,
      OptionalDouble shade,
      boolean ripening,
      Optional<String> file,
      Type type,
      Optional<URI> link,
      Optional<String> note,
      Optional<Line> line) {
    private static final String NOTHING = "–";
    private static final int SORTED_DECIMALS = 6;

    private Cell(String text, Optional<BigDecimal> raw, Optional<String> file, Type type) {
      this(
          text,
          raw,
          OptionalDouble.empty(),
          false,
          file,
          type,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** What the page's script sorts by where that is not the text. */
    Optional<String> sortKey() {
      return raw.map(Cell::plain).or(() -> file).filter(key -> !key.equals(text));
    }

    private static String plain(BigDecimal number) {
      return number
          .setScale(SORTED_DECIMALS, RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString();
    }

    static Cell text(String text) {
      return new Cell(text, Optional.empty(), Optional.empty(), Type.TEXT);
    }

    /** A text that files have in another form, such as a period by ISO 8601. */
    static Cell text(String text, String file) {
      return new Cell(text, Optional.empty(), Optional.of(file), Type.TEXT);
    }

    static Cell day(String text, LocalDate day) {
      return new Cell(text, Optional.empty(), Optional.of(day.toString()), Type.DAY);
    }

    static Cell number(String text, BigDecimal raw, Type type) {
      return new Cell(text, Optional.of(raw), Optional.empty(), type);
    }

    static Cell number(String text, BigDecimal raw) {
      return number(text, raw, Type.NUMBER);
    }

    static Cell number(String text, long raw) {
      return number(text, BigDecimal.valueOf(raw), Type.COUNT);
    }

    /** A ratio, 0..1. */
    static Cell share(String text, double ratio) {
      return number(text, BigDecimal.valueOf(ratio), Type.SHARE);
    }

    Cell shaded(double share, boolean young) {
      return new Cell(text, raw, OptionalDouble.of(share), young, file, type, link, note, line);
    }

    Cell linked(Optional<URI> page) {
      return new Cell(text, raw, shade, ripening, file, type, page, note, line);
    }

    Cell noted(String base) {
      return noted(Optional.of(base));
    }

    Cell noted(Optional<String> base) {
      return new Cell(text, raw, shade, ripening, file, type, link, base, line);
    }

    Cell drawn(Line counts) {
      return new Cell(text, raw, shade, ripening, file, type, link, note, Optional.of(counts));
    }

    /** Where the link leads, as files have it: they lie elsewhere than the reports' pages. */
    Optional<String> address() {
      return link.filter(URI::isAbsolute).map(URI::toString);
    }

    private List<Cell> numbers(int columns) {
      return line.map(
              l ->
                  l.counts().stream()
                      .map(c -> c.map(n -> number(Long.toString(n), n)).orElse(text("")))
                      .toList())
          .orElseGet(() -> Collections.nCopies(columns, text("")));
    }

    /** There is no figure: nothing in files, a dash on the page. */
    boolean blank() {
      return raw.isEmpty() && file.isEmpty() && (text.isEmpty() || text.equals(NOTHING));
    }
  }
}
