package dev.svodka.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.KeptField;
import dev.svodka.core.business.LiveSource;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.source.Parsed.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what could not be read, so that it is not lost: the reasons, and the form with its values
 * redacted, at {@code quarantine/<account>/<day>/<hash of the body>.json}. The ids, stages and
 * times that it keeps are what it takes to ask the CRM again.
 */
public final class Quarantine {
  private static final int HASH_BYTES = 16;

  private final ObjectStore objects;

  public Quarantine(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * Makes it durable.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code STORE_UNAVAILABLE} where it is not
   */
  public void keep(
      Business business,
      LiveSource source,
      byte[] body,
      List<Rejected> reasons,
      Instant receivedAt) {
    Set<String> kept =
        business.keep().stream()
            .filter(field -> !field.presenceOnly())
            .map(KeptField::name)
            .collect(Collectors.toSet());
    String key =
        "quarantine/%s/%s/%s.json"
            .formatted(
                business.account(),
                receivedAt.atZone(ZoneOffset.UTC).toLocalDate(),
                HexFormat.of().formatHex(Sha256.of(body), 0, HASH_BYTES));
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(document)) {
      json.writeStartObject();
      json.writeStringField("received_at", receivedAt.toString());
      json.writeStringField("account", business.account());
      json.writeStringField("source", source.id());
      json.writeStringField("kind", source.kind().text());
      json.writeNumberField("bytes", body.length);
      json.writeArrayFieldStart("reasons");
      for (Rejected part : reasons) {
        json.writeStartObject();
        json.writeStringField("where", part.where());
        json.writeStringField("reason", part.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      write(RedactedForm.of(body, kept), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    objects.put(key, document.toByteArray(), "application/json");
  }

  private static void write(RedactedForm form, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("form");
    for (RedactedForm.Pair pair : form.pairs()) {
      json.writeStartArray();
      json.writeString(pair.key());
      json.writeString(pair.value());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberField("pairs_left_out", form.leftOut());
  }
}
