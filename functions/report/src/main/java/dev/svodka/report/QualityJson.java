package dev.svodka.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.kpi.DataQuality;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code data-quality.json}: contract, section 3. What nobody counted is {@code null}, never 0. */
final class QualityJson {
  private QualityJson() {}

  /** Name ▶ count in the order of the contract, without what is not known. */
  static SequencedMap<String, Long> counts(DataQuality quality, Optional<ImportedRows> rows) {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    rows.ifPresent(
        imported -> {
          counts.put("read", imported.read());
          counts.put("imported", imported.imported());
          counts.put("duplicates", imported.duplicates());
          counts.put("filtered", imported.filtered());
          counts.put("rejected", imported.rejected());
        });
    counts.putIfAbsent("duplicates", quality.duplicates());
    counts.put("events", quality.events());
    counts.put("late", quality.late());
    counts.put("unknown_stages", quality.unknownStages());
    counts.put("negative_intervals", quality.negativeIntervals());
    counts.put("begun_before_history", quality.begunBeforeHistory());
    counts.put("no_due_date", quality.noDueDate());
    counts.put("unmatched_payments", quality.unmatchedPayments());
    return counts;
  }

  static byte[] write(DataQuality quality, Optional<ImportedRows> rows) {
    SequencedMap<String, Long> counts = counts(quality, rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      for (String name : new String[] {"read", "imported", "duplicates", "filtered", "rejected"}) {
        count(json, name, counts);
      }
      json.writeObjectFieldStart("rejected_by_reason");
      for (Map.Entry<String, Long> reason :
          rows.map(r -> (Map<String, Long>) r.rejectedByReason()).orElse(Map.of()).entrySet()) {
        json.writeNumberField(reason.getKey(), reason.getValue());
      }
      json.writeEndObject();
      for (String name :
          new String[] {
            "events",
            "late",
            "unknown_stages",
            "negative_intervals",
            "begun_before_history",
            "no_due_date",
            "unmatched_payments"
          }) {
        count(json, name, counts);
      }
      json.writeObjectFieldStart("last_event");
      for (Map.Entry<String, Instant> source : quality.lastEvent().entrySet()) {
        json.writeStringField(source.getKey(), source.getValue().toString());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void count(JsonGenerator json, String name, Map<String, Long> counts)
      throws IOException {
    Long count = counts.get(name);
    if (count == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, count);
    }
  }
}
