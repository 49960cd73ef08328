package dev.svodka.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.text.Outside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A table for programs: columns with type and unit, rows with figures unrounded, shares 0..1, days
 * by ISO 8601, {@code null} where there is none.
 */
final class TableJson {
  private static final JsonFactory JSON = new JsonFactory();

  private TableJson() {}

  static byte[] write(String title, String subtitle, Table table, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("title", Outside.clean(title));
      json.writeStringField("subtitle", Outside.clean(subtitle));
      json.writeStringField("language", language);
      json.writeArrayFieldStart("columns");
      for (int column = 0; column < table.columns().size(); column++) {
        column(json, table, column);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      for (List<Cell> row : table.rows()) {
        json.writeStartArray();
        for (Cell cell : row) {
          cell(json, cell);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void column(JsonGenerator json, Table table, int column) throws IOException {
    Type type = table.type(column);
    json.writeStartObject();
    json.writeStringField("title", Outside.clean(table.columns().get(column).title()));
    json.writeStringField("type", type.tag());
    Optional<String> unit = unit(type);
    if (unit.isPresent()) {
      json.writeStringField("unit", unit.get());
    }
    json.writeEndObject();
  }

  private static Optional<String> unit(Type type) {
    return switch (type.kind()) {
      case MONEY -> Optional.of(type.currency());
      case HOURS -> Optional.of("hours");
      case DAYS -> Optional.of("days");
      case TEXT, DAY, COUNT, NUMBER, SHARE -> Optional.empty();
    };
  }

  private static void cell(JsonGenerator json, Cell cell) throws IOException {
    if (cell.raw().isPresent()) {
      // BigDecimal as it stands would come with an exponent where it has no decimals
      json.writeNumber(cell.raw().get().stripTrailingZeros().toPlainString());
    } else if (cell.blank()) {
      json.writeNull();
    } else {
      json.writeString(Outside.clean(cell.file().orElse(cell.text())));
    }
  }
}
