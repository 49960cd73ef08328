package dev.svodka.local.history;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.kpi.DataQuality;
import dev.svodka.kpi.KpiRun;
import dev.svodka.source.imports.ImportCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The files of a run that are no pages: {@code kpis.json}, the facts, the quality of the data. */
public final class RunFiles {
  private RunFiles() {}

  /**
   * Writes them.
   *
   * @param counts of the import; where the events came live, they are counted as they were stored
   */
  public static void write(KpiRun run, Optional<ImportCounts> counts, Path folder)
      throws IOException {
    try (OutputStream json = Files.newOutputStream(folder.resolve("kpis.json"))) {
      run.writeJson(json, Version.TEXT);
    }
    run.writeFacts(folder.resolve("facts.parquet"));
    writeQuality(run.quality(), counts, folder.resolve("data-quality.json"));
  }

  private static void writeQuality(DataQuality quality, Optional<ImportCounts> counts, Path file)
      throws IOException {
    long told = quality.events() + quality.duplicates();
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("read", counts.map(ImportCounts::read).orElse(told));
      json.writeNumberField(
          "imported", counts.map(ImportCounts::imported).orElse(quality.events()));
      json.writeNumberField(
          "duplicates", counts.map(ImportCounts::duplicates).orElse(quality.duplicates()));
      json.writeNumberField("filtered", counts.map(ImportCounts::filtered).orElse(0L));
      json.writeNumberField("rejected", counts.map(ImportCounts::rejected).orElse(0L));
      json.writeObjectFieldStart("rejected_by_reason");
      if (counts.isPresent()) {
        for (Map.Entry<String, Long> reason : counts.get().rejectedByReason().entrySet()) {
          json.writeNumberField(reason.getKey(), reason.getValue());
        }
      }
      json.writeEndObject();
      json.writeNumberField("events", quality.events());
      json.writeNumberField("late", quality.late());
      json.writeNumberField("unknown_stages", quality.unknownStages());
      json.writeNumberField("negative_intervals", quality.negativeIntervals());
      json.writeNumberField("begun_before_history", quality.begunBeforeHistory());
      json.writeNumberField("no_due_date", quality.noDueDate());
      json.writeNumberField("unmatched_payments", quality.unmatchedPayments());
      json.writeObjectFieldStart("last_event");
      for (Map.Entry<String, Instant> source : quality.lastEvent().entrySet()) {
        json.writeStringField(source.getKey(), source.getValue().toString());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
