package dev.svodka.core.event;

import static dev.svodka.core.event.JsonLine.MAX_ID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svodka.core.event.EventJson.Defaults;
import dev.svodka.core.event.EventJson.Parsed;
import dev.svodka.core.event.JsonLine.RefusedField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line strictly: the first thing that is wrong with it is named by its field. */
final class EventJsonReader {
  private static final int MAX_TEXT = 1024;
  private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern CURRENCY = Pattern.compile("([A-Z]{3})?");

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

  private final JsonLine line;
  private final Defaults defaults;

  private EventJsonReader(JsonLine line, Defaults defaults) {
    this.line = line;
    this.defaults = defaults;
  }

  static Parsed read(String line, Defaults defaults) {
    if (line.length() > EventJson.MAX_LINE) {
      return new Parsed.Refused("", "the line is longer than 256 KB");
    }
    try {
      return new EventJsonReader(JsonLine.of(line), defaults).event();
    } catch (RefusedField e) {
      return new Parsed.Refused(e.field, e.reason);
    }
  }

  static SortedMap<String, String> fields(String json) {
    try {
      return JsonLine.scalars(JsonLine.of(json).node());
    } catch (RefusedField e) {
      throw new IllegalArgumentException(e.field + ": " + e.reason, e);
    }
  }

  private Parsed event() {
    line.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!NAMES.contains(name)) {
                throw new RefusedField(
                    JsonLine.shortened(name),
                    "is unknown; an event has " + String.join(", ", NAMES));
              }
            });
    ChangeEventBuilder event =
        ChangeEvent.of(
                given("account", this::account, defaults.account()),
                given("source", word("source", SourceKind::of), defaults.source()),
                given("via", word("via", Via::of), defaults.via()),
                new ItemRef(line.required("item_type", MAX_ID), line.required("item_id", MAX_ID)),
                given("kind", word("kind", Kind::of), Optional.empty()))
            .parent(parent())
            .pipeline(line.text("pipeline", MAX_ID))
            .stage(line.text("stage", MAX_TEXT))
            .stageBefore(line.text("stage_before", MAX_TEXT))
            .owner(line.text("owner", MAX_ID))
            .actor(line.text("actor", MAX_ID))
            .customer(line.text("customer_id", MAX_ID), line.text("customer_name", MAX_TEXT))
            .amount(line.amount("amount"))
            .currency(
                line.matching("currency", CURRENCY, "is no currency of three capital letters"))
            .dueAt(line.moment("due_at"))
            .occurredAt(given("occurred_at", line::moment, Optional.empty()))
            .receivedAt(line.moment("received_at"))
            .seq(line.whole("seq"));
    JsonNode fields = line.node().path("fields");
    if (!fields.isMissingNode() && !fields.isNull()) {
      JsonLine.scalars(fields).forEach(event::field);
    }
    String id = line.matching("event_id", EVENT_ID, "is no id of 32 hex digits");
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
    return line.matching(field, ACCOUNT, "is no account: small Latin letters, digits, dashes");
  }

  private <T> Function<String, @Nullable T> word(String name, Function<String, T> words) {
    return field -> {
      String text = line.text(name, MAX_ID);
      try {
        return text == null ? null : words.apply(text);
      } catch (IllegalArgumentException e) {
        throw new RefusedField(field, "has the unknown value `" + JsonLine.shortened(text) + "`");
      }
    };
  }

  private @Nullable ItemRef parent() {
    String type = line.text("parent_type", MAX_ID);
    String id = line.text("parent_id", MAX_ID);
    if ((type == null) != (id == null)) {
      throw new RefusedField(
          type == null ? "parent_type" : "parent_id", "is missing; a parent has type and id");
    }
    return type == null || id == null ? null : new ItemRef(type, id);
  }
}
