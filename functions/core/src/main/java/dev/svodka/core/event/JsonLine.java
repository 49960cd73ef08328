package dev.svodka.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one JSON line within their bounds; null where a field is not told. */
record JsonLine(JsonNode node) {
  static final int MAX_ID = 256;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(3)
                          .maxDocumentLength(EventJson.MAX_LINE)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MAX_FIELDS = 256;
  private static final int MAX_FIELD = 32 * 1024;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(16);

  static JsonLine of(String json) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new RefusedField("", "is no JSON: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      // Jackson lets the exponent's own limit through (FasterXML/jackson-core BigDecimalParser)
      throw new RefusedField("", "holds a number whose exponent is too long");
    }
    if (!tree.isObject()) {
      throw new RefusedField("", "is no JSON object");
    }
    return new JsonLine(tree);
  }

  String required(String field, int longest) {
    String text = text(field, longest);
    if (text == null || text.isBlank()) {
      throw new RefusedField(field, "is missing");
    }
    return text;
  }

  @Nullable String text(String field, int longest) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new RefusedField(field, "is no text");
    }
    if (value.textValue().length() > longest) {
      throw new RefusedField(field, "is longer than " + longest + " characters");
    }
    return value.textValue();
  }

  @Nullable String matching(String field, Pattern pattern, String complaint) {
    String text = text(field, MAX_ID);
    if (text != null && !pattern.matcher(text).matches()) {
      throw new RefusedField(field, complaint);
    }
    return text;
  }

  @Nullable BigDecimal amount(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    BigDecimal amount;
    try {
      amount = value.isNumber() ? value.decimalValue() : new BigDecimal(bounded(value));
    } catch (NumberFormatException e) {
      throw new RefusedField(field, "is no decimal number");
    }
    // Looked at before any arithmetic: 1e999999999 would fill the memory.
    if (Math.abs((long) amount.scale()) > 40 || amount.abs().compareTo(TOO_MUCH) >= 0) {
      throw new RefusedField(field, "has more than 16 digits before the point");
    }
    if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > ChangeEvent.AMOUNT_SCALE) {
      throw new RefusedField(field, "has more than 2 decimals");
    }
    return amount;
  }

  private static String bounded(JsonNode value) {
    return value.isTextual() && value.textValue().length() <= 40 ? value.textValue() : "";
  }

  @Nullable Instant moment(String field) {
    String text = text(field, MAX_ID);
    if (text == null) {
      return null;
    }
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
        throw new RefusedField(field, "is not between the years 1900 and 2200");
      }
      return moment;
    } catch (DateTimeException e) {
      throw new RefusedField(field, "is no moment such as 2026-11-22T21:00:00.000Z");
    }
  }

  long whole(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new RefusedField(field, "is no whole number");
    }
    return value.longValue();
  }

  static SortedMap<String, String> scalars(JsonNode object) {
    if (!object.isObject()) {
      throw new RefusedField("fields", "is no object");
    }
    if (object.size() > MAX_FIELDS) {
      throw new RefusedField("fields", "has more than " + MAX_FIELDS + " fields");
    }
    SortedMap<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = "fields." + shortened(field.getKey());
      if (field.getValue().isContainerNode()) {
        throw new RefusedField(name, "is no scalar");
      }
      if (field.getKey().length() > MAX_ID || field.getValue().asText().length() > MAX_FIELD) {
        throw new RefusedField(name, "is too long");
      }
      if (!field.getValue().isNull()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
    }
    return fields;
  }

  static String shortened(@Nullable String text) {
    return text == null || text.length() <= 60 ? String.valueOf(text) : text.substring(0, 60) + "…";
  }

  /** Leaves the reader at the first field that is wrong; never leaves the reader. */
  static final class RefusedField extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    final String field;
    final String reason;

    RefusedField(String field, String reason) {
      super(reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }
}
