package dev.svodka.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.svodka.core.event.EventJson.Defaults;
import dev.svodka.core.event.EventJson.Parsed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line strictly: the first thing that is wrong with it is named by its field. */
final class EventJsonReader {
  private static final int MAX_ID = 256;
  private static final int MAX_TEXT = 1024;
  private static final int MAX_FIELDS = 256;
  private static final int MAX_FIELD = 32 * 1024;
  private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern CURRENCY = Pattern.compile("([A-Z]{3})?");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(16);

  private static final SequencedSet<String> NAMES =
      new LinkedHashSet<>(
          List.of(
              "event_id",
              "account",
              "source",
              "via",
              "item_type",
              "item_id",
              "parent_type",
              "parent_id",
              "kind",
              "pipeline",
              "stage",
              "stage_before",
              "owner",
              "actor",
              "customer_id",
              "customer_name",
              "amount",
              "currency",
              "due_at",
              "occurred_at",
              "received_at",
              "seq",
              "fields"));

  private final JsonNode line;
  private final Defaults defaults;

  private EventJsonReader(JsonNode line, Defaults defaults) {
    this.line = line;
    this.defaults = defaults;
  }

  static Parsed read(String line, Defaults defaults) {
    if (line.length() > EventJson.MAX_LINE) {
      return new Parsed.Refused("", "the line is longer than 256 KB");
    }
    try {
      return new EventJsonReader(tree(line), defaults).event();
    } catch (RefusedField e) {
      return new Parsed.Refused(e.field, e.reason);
    }
  }

  static SortedMap<String, String> fields(String json) {
    try {
      return scalars(tree(json));
    } catch (RefusedField e) {
      throw new IllegalArgumentException(e.field + ": " + e.reason, e);
    }
  }

  private static JsonNode tree(String json) {
    JsonNode tree;
    try {
      tree = EventJson.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new RefusedField("", "is no JSON: " + e.getOriginalMessage());
    }
    if (!tree.isObject()) {
      throw new RefusedField("", "is no JSON object");
    }
    return tree;
  }

  private Parsed event() {
    line.fieldNames()
        .forEachRemaining(
            name -> {
              if (!NAMES.contains(name)) {
                throw new RefusedField(
                    shortened(name), "is unknown; an event has " + String.join(", ", NAMES));
              }
            });
    ChangeEventBuilder event =
        ChangeEvent.of(
                given("account", this::account, defaults.account()),
                given("source", word("source", SourceKind::of), defaults.source()),
                given("via", word("via", Via::of), defaults.via()),
                new ItemRef(required("item_type", MAX_ID), required("item_id", MAX_ID)),
                given("kind", word("kind", Kind::of), Optional.empty()))
            .parent(parent())
            .pipeline(text("pipeline", MAX_ID))
            .stage(text("stage", MAX_TEXT))
            .stageBefore(text("stage_before", MAX_TEXT))
            .owner(text("owner", MAX_ID))
            .actor(text("actor", MAX_ID))
            .customer(text("customer_id", MAX_ID), text("customer_name", MAX_TEXT))
            .amount(amount())
            .currency(matching("currency", CURRENCY, "is no currency of three capital letters"))
            .dueAt(moment("due_at"))
            .occurredAt(given("occurred_at", this::moment, Optional.empty()))
            .receivedAt(moment("received_at"))
            .seq(seq());
    JsonNode fields = line.path("fields");
    if (!fields.isMissingNode() && !fields.isNull()) {
      scalars(fields).forEach(event::field);
    }
    String id = matching("event_id", EVENT_ID, "is no id of 32 hex digits");
    ChangeEvent built = event.build();
    return new Parsed.Valid(id == null ? built : built.withId(id), id != null);
  }

  /** A value that has to be there, or to be known from elsewhere, and then to be the same. */
  private static <T> T given(
      String field, Function<String, @Nullable T> reader, Optional<T> known) {
    T told = reader.apply(field);
    if (told == null) {
      return known.orElseThrow(() -> new RefusedField(field, "is missing"));
    }
    if (known.isPresent() && !known.get().equals(told)) {
      throw new RefusedField(field, "is not the one that this line came for");
    }
    return told;
  }

  private @Nullable String account(String field) {
    return matching(field, ACCOUNT, "is no account: small Latin letters, digits, dashes");
  }

  private <T> Function<String, @Nullable T> word(String name, Function<String, T> words) {
    return field -> {
      String text = text(name, MAX_ID);
      try {
        return text == null ? null : words.apply(text);
      } catch (IllegalArgumentException e) {
        throw new RefusedField(field, "has the unknown value `" + shortened(text) + "`");
      }
    };
  }

  private String required(String field, int longest) {
    String text = text(field, longest);
    if (text == null || text.isBlank()) {
      throw new RefusedField(field, "is missing");
    }
    return text;
  }

  private @Nullable String text(String field, int longest) {
    JsonNode value = line.path(field);
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

  private @Nullable String matching(String field, Pattern pattern, String complaint) {
    String text = text(field, MAX_ID);
    if (text != null && !pattern.matcher(text).matches()) {
      throw new RefusedField(field, complaint);
    }
    return text;
  }

  private @Nullable ItemRef parent() {
    String type = text("parent_type", MAX_ID);
    String id = text("parent_id", MAX_ID);
    if ((type == null) != (id == null)) {
      throw new RefusedField(
          type == null ? "parent_type" : "parent_id", "is missing; a parent has type and id");
    }
    return type == null || id == null ? null : new ItemRef(type, id);
  }

  private @Nullable BigDecimal amount() {
    JsonNode value = line.path("amount");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    BigDecimal amount;
    try {
      amount = value.isNumber() ? value.decimalValue() : new BigDecimal(bounded(value));
    } catch (NumberFormatException e) {
      throw new RefusedField("amount", "is no decimal number");
    }
    // Looked at before any arithmetic: 1e999999999 would fill the memory.
    if (Math.abs((long) amount.scale()) > 40 || amount.abs().compareTo(TOO_MUCH) >= 0) {
      throw new RefusedField("amount", "has more than 16 digits before the point");
    }
    if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > ChangeEvent.AMOUNT_SCALE) {
      throw new RefusedField("amount", "has more than 2 decimals");
    }
    return amount;
  }

  private static String bounded(JsonNode value) {
    return value.isTextual() && value.textValue().length() <= 40 ? value.textValue() : "";
  }

  private @Nullable Instant moment(String field) {
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

  private long seq() {
    JsonNode value = line.path("seq");
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new RefusedField("seq", "is no whole number");
    }
    return value.longValue();
  }

  private static SortedMap<String, String> scalars(JsonNode object) {
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

  private static String shortened(@Nullable String text) {
    return text == null || text.length() <= 60 ? String.valueOf(text) : text.substring(0, 60) + "…";
  }

  /** Leaves the reader at the first field that is wrong; never leaves this class. */
  private static final class RefusedField extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    final String field;
    final String reason;

    RefusedField(String field, String reason) {
      super(reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }
}
