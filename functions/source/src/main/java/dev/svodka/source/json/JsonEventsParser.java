package dev.svodka.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.KeptFields;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.form.JsonForm;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of the plain HTTP source: one JSON object, an array of them, or JSON lines.
 *
 * <p>All or nothing: the sender is told what is wrong and with which field, and may send the whole
 * again, since an event that is known already adds nothing. The account, the source and the way are
 * known; an event that says otherwise is refused. Its id is computed here, whatever it says.
 */
public final class JsonEventsParser implements PayloadParser {
  /** The largest payload that is read, in bytes. */
  public static final int MAX_BYTES = 2 << 20;

  /** An event within an array holds its fields two levels down. */
  private static final int DEPTH = 4;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final EventJson.Defaults defaults;
  private final KeptFields kept;

  /** A parser for the events of this company. */
  public JsonEventsParser(Business business) {
    defaults = EventJson.Defaults.of(business.account(), SourceKind.HTTP, Via.HOOK);
    kept = KeptFields.of(business);
  }

  @Override
  public Parsed parse(byte[] body, Instant receivedAt) {
    if (body.length > MAX_BYTES) {
      return new Parsed.Refused(
          ErrorCode.INPUT_TOO_LARGE,
          "The payload has %d bytes, %d are allowed".formatted(body.length, MAX_BYTES));
    }
    try (JsonParser json = MAPPER.createParser(body)) {
      return events(json, receivedAt);
    } catch (JsonProcessingException e) {
      return refused("The JSON cannot be read" + JsonForm.place(e));
    } catch (CharConversionException e) {
      return refused("The JSON is not UTF-8");
    } catch (NumberFormatException e) {
      // Jackson lets the exponent's own limit through (FasterXML/jackson-core BigDecimalParser)
      return refused("The JSON holds a number whose exponent is too long");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory were read", e);
    }
  }

  private Parsed events(JsonParser json, Instant receivedAt) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    JsonToken token = json.nextToken();
    boolean array = token == JsonToken.START_ARRAY;
    if (array) {
      token = json.nextToken();
    }
    while (token != null && token != JsonToken.END_ARRAY) {
      int line = json.currentTokenLocation().getLineNr();
      JsonNode told = json.readValueAsTree();
      switch (EventJson.read(told.toString(), defaults)) {
        case EventJson.Parsed.Refused wrong -> {
          return refused(
              "Event %d, line %d: %s %s"
                  .formatted(events.size() + 1, line, wrong.field(), wrong.reason())
                  .replace("  ", " "));
        }
        case EventJson.Parsed.Valid valid ->
            events.add(kept(valid.event(), receivedAt, events.size()));
      }
      token = json.nextToken();
    }
    if (array && json.nextToken() != null) {
      return refused("Something stands after the end of the array");
    }
    if (events.isEmpty()) {
      return refused("The payload holds no event");
    }
    return new Parsed.Events(events, List.of(), List.of());
  }

  private ChangeEvent kept(ChangeEvent event, Instant receivedAt, int place) {
    var copy =
        ChangeEvent.of(event.account(), event.source(), event.via(), event.item(), event.kind())
            .parent(event.parent().orElse(null))
            .pipeline(event.pipeline().orElse(null))
            .stage(event.stage().orElse(null))
            .stageBefore(event.stageBefore().orElse(null))
            .owner(event.owner().orElse(null))
            .actor(event.actor().orElse(null))
            .customer(event.customerId().orElse(null), event.customerName().orElse(null))
            .amount(event.amount().orElse(null))
            .currency(event.currency().orElse(null))
            .dueAt(event.dueAt().orElse(null))
            .occurredAt(event.occurredAt())
            .receivedAt(receivedAt)
            .seq(place);
    event
        .fields()
        .forEach(
            (name, value) -> {
              boolean emptied =
                  value.isEmpty()
                      && (name.equals(ChangeEvent.AMOUNT_FIELD)
                          || name.equals(ChangeEvent.DUE_FIELD));
              if (emptied) {
                copy.field(name, value);
                return;
              }
              switch (kept.keeping(event.item().type(), name)) {
                case DROPPED -> {}
                case PRESENCE -> copy.field(name, value.isEmpty() ? "" : "1");
                case VALUE -> copy.field(name, value);
              }
            });
    return copy.build();
  }

  private static Parsed.Refused refused(String reason) {
    return new Parsed.Refused(ErrorCode.INPUT_INVALID, reason);
  }
}
