package dev.svodka.source.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes the rejected rows to {@code rejects.csv}: UTF-8, a header, one line a row; with the header
 * alone where none is rejected.
 */
public final class RejectsCsv implements RejectSink, Closeable {
  /** What a spreadsheet would run as a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CsvWriter csv;

  /**
   * Begins the file; one that is there is replaced.
   *
   * @throws IOException where it cannot be written
   */
  public RejectsCsv(Path file) throws IOException {
    csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
    csv.writeRecord("file", "line", "field", "reason");
  }

  @Override
  public void reject(String file, long line, String field, String reason) {
    csv.writeRecord(plain(file), Long.toString(line), plain(field), plain(reason));
  }

  /** Names of files and columns come from outside; none is to be run by whoever opens the file. */
  private static String plain(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
