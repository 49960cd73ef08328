package dev.svodka.source.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads a JSON object into the same tree: the CRMs' documentation prints its webhooks so, and a
 * delivery that comes so is understood. Numbers and booleans are kept as they are written.
 */
public final class JsonForm {
  private static final JsonFactory FACTORY = factory(FormLimits.DEFAULT);
  private static final JsonFactory ANSWERS = factory(FormLimits.ANSWER);

  private JsonForm() {}

  /** Whether the body begins as a JSON object or array; a form's first key never does. */
  public static boolean looksLike(byte[] body) {
    for (byte b : body) {
      if (b > ' ') {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  /**
   * Reads one JSON value within {@link FormLimits#DEFAULT}.
   *
   * @throws SvodkaException {@code INPUT_TOO_LARGE} or {@code INPUT_INVALID}, with line and column
   */
  public static FormNode parse(byte[] body) {
    return parse(body, FormLimits.DEFAULT, FACTORY);
  }

  /**
   * Reads the answer of an API within {@link FormLimits#ANSWER}.
   *
   * @throws SvodkaException {@code INPUT_TOO_LARGE} or {@code INPUT_INVALID}, with line and column
   */
  public static FormNode answer(byte[] body) {
    return parse(body, FormLimits.ANSWER, ANSWERS);
  }

  private static FormNode parse(byte[] body, FormLimits limits, JsonFactory factory) {
    if (body.length > limits.bytes()) {
      throw new SvodkaException(
          ErrorCode.INPUT_TOO_LARGE,
          "The JSON is too large: %d bytes, %d are allowed".formatted(body.length, limits.bytes()));
    }
    FormNode root = new FormNode();
    try (JsonParser json = factory.createParser(body)) {
      read(json, begin(json), root);
      if (json.nextToken() != null) {
        throw invalid(json, "something stands after its end");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, "The JSON cannot be read" + place(e), e);
    } catch (CharConversionException e) {
      // Jackson takes bytes that begin with a NUL for UTF-32
      throw new SvodkaException(ErrorCode.INPUT_INVALID, "The JSON is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory were read", e);
    }
  }

  /** Where the reader stopped, as far as it says so. */
  public static String place(JsonProcessingException stopped) {
    JsonLocation at = stopped.getLocation();
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static JsonToken begin(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw invalid(json, "it is empty");
    }
    return first;
  }

  private static void read(JsonParser json, JsonToken token, FormNode node) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        while (json.nextToken() != JsonToken.END_OBJECT) {
          FormNode child = node.open(json.currentName());
          read(json, json.nextToken(), child);
        }
      }
      case START_ARRAY -> {
        for (JsonToken next = json.nextToken();
            next != JsonToken.END_ARRAY;
            next = json.nextToken()) {
          read(json, next, node.append());
        }
      }
      case VALUE_NULL -> node.set("");
      case VALUE_STRING,
          VALUE_NUMBER_INT,
          VALUE_NUMBER_FLOAT,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_EMBEDDED_OBJECT ->
          node.set(json.getText());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
          throw invalid(json, "it ends too early");
    }
  }

  private static SvodkaException invalid(JsonParser json, String what) {
    return new SvodkaException(
        ErrorCode.INPUT_INVALID,
        "The JSON cannot be read at line %d: %s"
            .formatted(json.currentLocation().getLineNr(), what));
  }

  private static JsonFactory factory(FormLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxNameLength(limits.keyBytes())
                .maxStringLength(limits.valueBytes())
                .maxNumberLength(100)
                .maxTokenCount(limits.keys() * 4L)
                .build())
        .build();
  }
}
