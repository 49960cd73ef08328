package dev.svodka.lake.arrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An event's further fields as one JSON object of strings, sorted by name. */
public final class FieldsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FieldsJson() {}

  public static String write(SortedMap<String, String> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the text is no object of strings
   */
  public static SortedMap<String, String> read(Optional<String> text) {
    return text.isEmpty() ? Collections.emptySortedMap() : parse(text.get());
  }

  private static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> fields = new TreeMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        expect(json.nextToken() == JsonToken.VALUE_STRING);
        fields.put(name, json.getText());
      }
      expect(json.currentToken() == JsonToken.END_OBJECT);
    } catch (IOException e) {
      throw new IllegalArgumentException("fields is no JSON", e);
    }
    return fields;
  }

  private static void expect(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("fields is no JSON object of strings");
    }
  }
}
