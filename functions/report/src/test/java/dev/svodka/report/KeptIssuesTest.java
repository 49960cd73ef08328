package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of earlier weeks stay as they were, and the front page leads to them. */
class KeptIssuesTest {
  private static final String KEPT = "romashka/kept/";

  @TempDir private Path folder;
  private ObjectStore reports;
  private ReportHandler handler;

  @BeforeEach
  void oneDealAWeek() throws IOException {
    ObjectStore lake = new FolderObjectStore(folder.resolve("lake"));
    reports = new FolderObjectStore(folder.resolve("reports"));
    handler = new ReportHandler(SampleLake.wiring(lake, reports, "1", folder));
    lake.put(
        "accounts/romashka/business.yaml",
        SampleCompany.yaml("Ромашка", "Анна").getBytes(StandardCharsets.UTF_8),
        "application/yaml");
    try (RootAllocator allocator = new RootAllocator(64L << 20);
        LakeWriter writer =
            new LakeWriter(
                lake, allocator, "romashka", LocalDate.of(2026, 11, 23), LakeKeys.PART)) {
      for (int week = 0; week < 6; week++) {
        Instant at = Instant.parse("2026-10-12T07:00:00Z").plusSeconds(week * 604_800L);
        writer.append(
            ChangeEvent.of(
                    "romashka",
                    SourceKind.HTTP,
                    Via.HOOK,
                    new ItemRef("deal", "d" + week),
                    Kind.CREATED)
                .occurredAt(at)
                .receivedAt(at)
                .seq(week)
                .build());
      }
      writer.finish();
    }
  }

  @Test
  void aWeeksPageOutlivesTheRunsOfOtherWeeks() {
    run("2026-11-08");
    Map<String, String> first = kept();
    assertThat(first.keySet())
        .contains(
            "weekly-conversion/2026-W45/weekly-conversion.ru.html",
            "weekly-conversion/2026-W45/weekly-conversion/sales-flow.ru.svg");
    run("2026-11-15");
    run("2026-11-22");
    assertThat(kept()).containsAllEntriesOf(first);
    String front = text("romashka/runs/" + newestRun() + "/index.ru.html");
    assertThat(front)
        .containsSubsequence("2026-W47/", "16–22", "2026-W46/", "9–15", "2026-W45/", "2–8")
        .contains("href=\"weekly-conversion/2026-W45/weekly-conversion.ru.html\"");
  }

  @Test
  void anEarlierPageLeadsToTheNewestAndIsNeverOverdue() {
    run("2026-11-08");
    String page = text(KEPT + "weekly-conversion/2026-W45/weekly-conversion.ru.html");
    assertThat(page)
        .contains("href=\"../../index.ru.html\"", "href=\"../../weekly-conversion.ru.html\"")
        .doesNotContain("data-due=");
    Pattern.compile("href=\"(weekly-conversion/[^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(
            link ->
                assertThat(reports.exists(KEPT + "weekly-conversion/2026-W45/" + link.group(1)))
                    .as(link.group(1))
                    .isTrue());
  }

  private void run(String day) {
    handler.handleRequest(Map.of("account", "romashka", "as_of", day), null);
  }

  private Map<String, String> kept() {
    Map<String, String> pages = new HashMap<>();
    reports.list(KEPT).forEach(e -> pages.put(e.key().substring(KEPT.length()), text(e.key())));
    return pages;
  }

  private String newestRun() {
    String shelf = text("romashka/reports.json");
    return shelf.replaceAll("(?s).*\"front\":\"([^\"]+)\".*", "$1");
  }

  private String text(String key) {
    return new String(reports.get(key), StandardCharsets.UTF_8);
  }
}
