package dev.svodka.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An event as one line of JSON with the names of the Arrow schema: moments as ISO-8601 in UTC with
 * milliseconds, the amount as a decimal text, {@code fields} as an object, what is not told left
 * out.
 */
public final class EventJson {
  /** The longest line that is read, in characters. */
  public static final int MAX_LINE = 256 * 1024;

  /** Writing takes no databind: ingest writes fields while a CRM waits for a cold start. */
  private static final JsonFactory WRITING = new JsonFactory();

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EventJson() {}

  /** What came of reading one line. */
  public sealed interface Parsed {
    /**
     * The line is an event.
     *
     * @param identified whether the line told its {@code event_id}; otherwise it is computed, as
     *     for the first occurrence of its content
     */
    record Valid(ChangeEvent event, boolean identified) implements Parsed {}

    /**
     * The line is no event.
     *
     * @param field the field that is wrong; empty where the line as a whole is
     * @param reason what is wrong with it, fit for the user
     */
    record Refused(String field, String reason) implements Parsed {}
  }

  /**
   * What a line may leave out because its way here tells it; a line that says otherwise is refused.
   */
  public record Defaults(Optional<String> account, Optional<SourceKind> source, Optional<Via> via) {
    /** Every line tells all by itself. */
    public static final Defaults NONE =
        new Defaults(Optional.empty(), Optional.empty(), Optional.empty());

    /** Lines that came on this way to this account. */
    public static Defaults of(String account, SourceKind source, Via via) {
      return new Defaults(Optional.of(account), Optional.of(source), Optional.of(via));
    }
  }

  /**
   * Reads one line; never throws for what is in it. Where {@code received_at} is left out it is
   * {@code occurred_at}, and whoever makes the event durable sets it.
   */
  public static Parsed read(String line, Defaults defaults) {
    return EventJsonReader.read(line, defaults);
  }

  /** The event as one line, without its end. */
  public static String write(ChangeEvent event) {
    StringWriter line = new StringWriter(512);
    try {
      write(event, line);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return line.toString();
  }

  /** Appends the event as one line, without its end. */
  public static void write(ChangeEvent event, Writer out) throws IOException {
    try (JsonGenerator json = WRITING.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      json.writeStringField("event_id", event.eventId());
      json.writeStringField("account", event.account());
      json.writeStringField("source", event.source().text());
      json.writeStringField("via", event.via().text());
      json.writeStringField("item_type", event.item().type());
      json.writeStringField("item_id", event.item().id());
      text(json, "parent_type", event.parent().map(ItemRef::type));
      text(json, "parent_id", event.parent().map(ItemRef::id));
      json.writeStringField("kind", event.kind().text());
      text(json, "pipeline", event.pipeline());
      text(json, "stage", event.stage());
      text(json, "stage_before", event.stageBefore());
      text(json, "owner", event.owner());
      text(json, "actor", event.actor());
      text(json, "customer_id", event.customerId());
      text(json, "customer_name", event.customerName());
      text(json, "amount", event.amount().map(BigDecimal::toPlainString));
      text(json, "currency", event.currency());
      text(json, "due_at", event.dueAt().map(EventJson::moment));
      json.writeStringField("occurred_at", moment(event.occurredAt()));
      json.writeStringField("received_at", moment(event.receivedAt()));
      json.writeNumberField("seq", event.seq());
      if (!event.fields().isEmpty()) {
        json.writeFieldName("fields");
        object(json, event.fields());
      }
      json.writeEndObject();
    }
  }

  /** {@code fields} as a JSON object with its names sorted, as the lake and the table keep it. */
  public static String writeFields(SortedMap<String, String> fields) {
    StringWriter text = new StringWriter(128);
    try (JsonGenerator json = WRITING.createGenerator(text)) {
      object(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return text.toString();
  }

  /**
   * Reads what {@link #writeFields} wrote.
   *
   * @throws IllegalArgumentException where it is no object of scalars
   */
  public static SortedMap<String, String> readFields(String json) {
    return EventJsonReader.fields(json);
  }

  private static void object(JsonGenerator json, SortedMap<String, String> fields)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static String moment(Instant value) {
    return MOMENT.format(value);
  }
}
