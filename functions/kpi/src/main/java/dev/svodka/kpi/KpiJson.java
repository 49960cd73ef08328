package dev.svodka.kpi;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Writes {@code kpis.json}: a head, then one figure a line. */
final class KpiJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private KpiJson() {}

  static void write(KpiRun run, String version, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("account", run.business().account());
      json.writeStringField("as_of", run.asOf().toString());
      json.writeStringField("known_at", run.knownAt().toString());
      json.writeStringField("time_zone", run.business().zone().getId());
      json.writeStringField("currency", run.business().currency());
      json.writeStringField("business", run.business().hash());
      json.writeStringField("version", version);
      json.writeArrayFieldStart("kpis");
      for (KpiRow row : run.rows()) {
        json.writeRaw('\n');
        write(row, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(KpiRow row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kpi", row.kpi());
    json.writeStringField("process", row.process());
    text(json, "subject", row.subject());
    json.writeStringField("period", row.period());
    json.writeObjectFieldStart("group");
    for (Map.Entry<String, Optional<String>> dimension : row.group().entrySet()) {
      text(json, dimension.getKey(), dimension.getValue());
    }
    json.writeEndObject();
    json.writeStringField("unit", row.unit());
    if (row.clock().isPresent()) {
      json.writeStringField("clock", row.clock().get());
    }
    if (row.value().isPresent()) {
      json.writeNumberField("value", row.value().get());
    } else {
      json.writeNullField("value");
    }
    number(json, "numerator", row.numerator());
    number(json, "denominator", row.denominator());
    number(json, "low", row.low());
    number(json, "high", row.high());
    if (row.n().isPresent()) {
      json.writeNumberField("n", row.n().get());
    }
    if (row.partial()) {
      json.writeBooleanField("partial", true);
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void number(JsonGenerator json, String name, Optional<BigDecimal> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    }
  }
}
