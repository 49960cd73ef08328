package dev.svodka.kpi.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads a {@code kpis.json} as a stream; names that it does not know are passed over. */
final class KpisReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** No figure has so many digits; an exponent beyond would fill the memory when written out. */
  private static final int MOST_DIGITS = 60;

  private final String name;
  private final InputStream in;
  private final Predicate<FigureKey> wanted;

  KpisReader(String name, InputStream in, Predicate<FigureKey> wanted) {
    this.name = name;
    this.in = in;
    this.wanted = wanted;
  }

  KpisFile read() throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT, "a JSON object");
      Map<String, String> head = new HashMap<>();
      Map<FigureKey, Figure> figures = new HashMap<>();
      boolean listed = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("kpis")) {
          listed = true;
          expect(json, value, JsonToken.START_ARRAY, "«kpis» to be a list");
          figures(json, figures);
        } else if (value == JsonToken.VALUE_STRING) {
          head.put(field, json.getText());
        } else {
          json.skipChildren();
        }
      }
      if (!listed) {
        throw wrong(json, "it has no «kpis»");
      }
      return new KpisFile(head(json, head), figures);
    } catch (JsonProcessingException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, name + ": is no kpis.json: it is no whole JSON", e);
    }
  }

  private KpisHead head(JsonParser json, Map<String, String> head) {
    return new KpisHead(
        told(json, head, "account"),
        moment(json, head, "as_of"),
        moment(json, head, "known_at"),
        told(json, head, "business"),
        told(json, head, "version"));
  }

  private Instant moment(JsonParser json, Map<String, String> head, String field) {
    try {
      return Instant.parse(told(json, head, field));
    } catch (DateTimeParseException e) {
      throw wrong(json, "«%s» is no instant".formatted(field));
    }
  }

  private void figures(JsonParser json, Map<FigureKey, Figure> figures) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, json.currentToken(), JsonToken.START_OBJECT, "each figure to be an object");
      Map<String, String> texts = new HashMap<>();
      Map<String, BigDecimal> numbers = new HashMap<>();
      SortedMap<String, Optional<String>> group = new TreeMap<>();
      boolean partial = false;
      boolean valued = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken token = json.nextToken();
        valued |= field.equals("value") && (token == JsonToken.VALUE_NULL || token.isNumeric());
        switch (token) {
          case VALUE_STRING -> texts.put(field, json.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.put(field, number(json));
          case VALUE_TRUE -> partial |= field.equals("partial");
          case START_OBJECT -> group.putAll(group(json));
          default -> json.skipChildren();
        }
      }
      FigureKey key =
          new FigureKey(
              told(json, texts, "process"),
              told(json, texts, "kpi"),
              Optional.ofNullable(texts.get("subject")),
              told(json, texts, "period"),
              group,
              Optional.ofNullable(texts.get("clock")));
      Figure figure =
          new Figure(
              told(json, texts, "unit"),
              Optional.ofNullable(numbers.get("value")),
              Optional.ofNullable(numbers.get("numerator")),
              Optional.ofNullable(numbers.get("denominator")),
              Optional.ofNullable(numbers.get("n")),
              partial);
      if (!valued) {
        throw wrong(json, "the figure «%s» has no value, neither a number nor null".formatted(key));
      }
      if (wanted.test(key) && figures.put(key, figure) != null) {
        throw wrong(json, "it has the figure «%s» twice".formatted(key));
      }
    }
  }

  private SortedMap<String, Optional<String>> group(JsonParser json) throws IOException {
    SortedMap<String, Optional<String>> group = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String dimension = json.currentName();
      json.nextToken();
      group.put(dimension, Optional.ofNullable(json.getValueAsString(null)));
    }
    return group;
  }

  private BigDecimal number(JsonParser json) throws IOException {
    BigDecimal number = json.getDecimalValue();
    if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw wrong(json, "a number has more than %d digits".formatted(MOST_DIGITS));
    }
    return number;
  }

  private String told(JsonParser json, Map<String, String> texts, String field) {
    String text = texts.get(field);
    if (text == null) {
      throw wrong(json, "«%s» is missing".formatted(field));
    }
    return text;
  }

  private void expect(JsonParser json, JsonToken found, JsonToken wanted, String what) {
    if (found != wanted) {
      throw wrong(json, "expected " + what);
    }
  }

  private SvodkaException wrong(JsonParser json, String problem) {
    return new SvodkaException(
        ErrorCode.INPUT_INVALID,
        "%s:%d: is no kpis.json: %s"
            .formatted(name, json.currentTokenLocation().getLineNr(), problem));
  }
}
