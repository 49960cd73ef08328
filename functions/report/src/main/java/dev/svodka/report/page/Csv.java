package dev.svodka.report.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tables as RFC 4180 with a byte order mark, so that Excel sees UTF-8. */
final class Csv {
  private static final String BOM = "\ufeff";

  private Csv() {}

  static byte[] write(Table table) {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      writer.writeRecord(table.columns().stream().map(Column::title).map(Harmless::text).toList());
      table.rows().forEach(row -> writer.writeRecord(row.stream().map(Csv::cell).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Figures unrounded and plain: whoever takes them into a sheet goes on calculating. */
  private static String cell(Cell cell) {
    return cell.raw()
        .map(number -> number.stripTrailingZeros().toPlainString())
        .orElseGet(() -> cell.blank() ? "" : Harmless.text(cell.file().orElse(cell.text())));
  }
}
