package dev.svodka.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table in text: a header and rows, streamed. A row whose quotes do not close is told to {@link
 * Broken}, and reading goes on at the line after its first.
 *
 * @param file its name, for messages
 */
public record CsvTable(String file, Text text, char delimiter) {
  /** A wider header is refused. */
  public static final int MAX_COLUMNS = 4_096;

  /** After so many rows with broken quotes it is the file that is broken. */
  public static final int MAX_BROKEN = 100;

  /** Opens the table's text anew, from its start, past a byte order mark. */
  @FunctionalInterface
  public interface Text {
    Reader open() throws IOException;
  }

  /** Takes each row; what it is given is filled anew for the next. */
  @FunctionalInterface
  public interface Rows {
    void row(CsvRow row);
  }

  /** Is told the line of each row that cannot be told apart from the next. */
  @FunctionalInterface
  public interface Broken {
    void row(long line);
  }

  /**
   * The names in the first row that is not empty.
   *
   * @return nothing where the file is empty
   * @throws SvodkaException where the first row cannot be read or is wider than {@link
   *     #MAX_COLUMNS}
   */
  public Optional<List<String>> header() throws IOException {
    CsvRow row = new CsvRow(IntStream.range(0, MAX_COLUMNS).toArray(), MAX_COLUMNS);
    try (Reader reader = text.open()) {
      Iterator<CsvRow> rows = rows(reader, row);
      if (!more(rows)) {
        return Optional.empty();
      }
    } catch (CsvParseException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + ": line 1: the header cannot be read: a quote in it does not close",
          e);
    }
    if (row.columns() > MAX_COLUMNS || row.longCell() >= 0) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file
              + ": line 1: this is no header: it has more than "
              + MAX_COLUMNS
              + " columns, or one of them is longer than "
              + CsvRow.MAX_CELL_CHARS
              + " characters");
    }
    @Nullable String[] names = row.values();
    return Optional.of(
        Arrays.stream(names, 0, row.columns()).map(name -> name == null ? "" : name).toList());
  }

  /**
   * Streams the rows after the header.
   *
   * @param slots column ▶ the slot that its cell is wanted in, or -1
   * @param size number of slots
   * @throws SvodkaException after {@link #MAX_BROKEN} broken rows
   */
  public void read(int[] slots, int size, Rows rows, Broken broken) throws IOException {
    CsvRow row = new CsvRow(slots, size);
    long done = 0;
    boolean header = true;
    for (int breaks = 0; breaks <= MAX_BROKEN; breaks++) {
      try (Reader reader = text.open()) {
        skipLines(reader, done);
        row.after(done);
        Iterator<CsvRow> records = rows(reader, row);
        if (header && more(records)) {
          records.next();
        }
        header = false;
        while (more(records)) {
          rows.row(records.next());
        }
        return;
      } catch (CsvParseException e) {
        if (e.getCause() != null && !(e.getCause() instanceof CsvParseException)) {
          throw e;
        }
        broken.row(row.line());
        done = row.line();
      }
    }
    throw new SvodkaException(
        ErrorCode.INPUT_INVALID,
        file
            + ": more than "
            + MAX_BROKEN
            + " rows have quotes that do not close, the last on line "
            + done
            + ": is '"
            + delimiter
            + "' the delimiter, and are quotes within quotes doubled?");
  }

  /** Reads on; what goes wrong in reading is no matter of whoever takes the row. */
  private static boolean more(Iterator<CsvRow> rows) throws IOException {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private Iterator<CsvRow> rows(Reader reader, CsvRow row) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(CsvRow.MAX_ROW_CHARS)
        .build(row, reader)
        .iterator();
  }

  /** FastCSV's own skipLines keeps a whole line in its bounded buffer; a hostile line is longer. */
  private static void skipLines(Reader reader, long lines) throws IOException {
    long left = lines;
    boolean carriage = false;
    while (left > 0 || carriage) {
      reader.mark(1);
      int c = reader.read();
      if (c < 0) {
        return;
      }
      if (carriage) {
        carriage = false;
        if (c == '\n') {
          continue;
        }
        if (left == 0) {
          reader.reset();
          return;
        }
      }
      if (c == '\n') {
        left--;
      } else if (c == '\r') {
        left--;
        carriage = true;
      }
    }
  }
}
