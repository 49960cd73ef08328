package dev.svodka.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;

/** What a company's events come to: published by the real engine, read back. */
final class PublishedPages {
  private final ObjectStore reports;

  private PublishedPages(ObjectStore reports) {
    this.reports = reports;
  }

  static PublishedPages of(Path folder, String business, List<ChangeEvent> events, String asOf)
      throws IOException {
    ObjectStore lake = new FolderObjectStore(folder.resolve("lake"));
    ObjectStore reports = new FolderObjectStore(folder.resolve("reports"));
    lake.put(
        "accounts/romashka/business.yaml",
        business.getBytes(StandardCharsets.UTF_8),
        "application/yaml");
    try (RootAllocator allocator = new RootAllocator(64L << 20);
        LakeWriter writer =
            new LakeWriter(
                lake, allocator, "romashka", LocalDate.of(2026, 11, 23), LakeKeys.PART)) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      writer.finish();
    }
    new ReportHandler(SampleLake.wiring(lake, reports, "1.2.3", folder))
        .handleRequest(Map.of("account", "romashka", "as_of", asOf), null);
    return new PublishedPages(reports);
  }

  /** All that was published, by key. */
  List<String> files() {
    return reports.list("romashka/").stream().map(ObjectStore.Entry::key).toList();
  }

  byte[] bytes(String key) {
    return reports.get(key);
  }

  String at(String key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  String text(String path) {
    String run = Shelf.find(reports, "romashka").orElseThrow().front();
    return new String(reports.get(ReportKeys.run("romashka", run) + path), StandardCharsets.UTF_8);
  }

  /** The rows of a CSV file without its head, cell by cell; its first cells hold no commas. */
  List<List<String>> rows(String path) {
    return text(path).lines().skip(1).map(line -> Arrays.asList(line.split(",", -1))).toList();
  }

  /** A page of a week or month, under the place that no run clears. */
  String kept(String path) {
    return new String(reports.get(ReportKeys.kept("romashka") + path), StandardCharsets.UTF_8);
  }

  /** The figure of {@code kpis.json} without a group; its value as text. */
  Optional<String> figure(String kpi, String process, String subject, String period, String clock)
      throws IOException {
    return row(kpi, process, subject, period, clock).map(row -> row.get("value").asText());
  }

  Optional<JsonNode> row(String kpi, String process, String subject, String period, String clock)
      throws IOException {
    JsonNode kpis = new ObjectMapper().readTree(text("kpis.json")).get("kpis");
    for (JsonNode row : kpis) {
      if (row.get("kpi").asText().equals(kpi)
          && row.get("process").asText().equals(process)
          && row.get("subject").asText("").equals(subject)
          && row.get("period").asText().equals(period)
          && row.path("clock").asText("").equals(clock)
          && row.get("group").isEmpty()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
