package dev.svodka.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CRM in which every name is an attack: all reports, all files, both languages. */
class HostileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>{{x}}&]]>",
          "=cmd|'/c calc'!A0",
          "\t=1+1",
          "@SUM(1)",
          "\uff1d1+1",
          "\u202egnp.exe",
          "[a]:*?/\\b'\"",
          "\u0000\u0001\ud83d\ude00" + "\u0416".repeat(300));

  private static final Pattern SCRIPT = Pattern.compile("<script");
  private static final Pattern FORMULA = Pattern.compile("\\s*[=@\\t\uff1d].*");
  private static final String BUSINESS =
      """
      account: romashka
      name: "<script>alert(2)</script>=1+1"
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      owners: {"1": "\\u202e<script>alert(3)</script>"}
      processes:
        sales:
          title: {ru: "=1+1<script>alert(4)</script>", en: "@SUM(1)"}
          items: {type: deal}
          milestones: {created: {created: true}, talk: {stage: [talk]}, won: {stage: [won]}, lost: {stage: [lost]}}
          funnel: [created, talk, won]
          success: [won]
          failure: [lost]
          failure-reason: {field: loss_reason}
          intervals: {to_talk: {from: created, to: talk, target: 2 hours}}
        papers:
          title: "</svg><script>alert(5)</script>"
          kind: approval
          items: {type: quote}
          milestones: {submitted: {created: true}, approved: {stage: ["yes"]}}
          success: [approved]
          intervals: {to_approve: {from: submitted, to: approved, target: 2 days}}
        invoices:
          title: Invoices
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
      """;

  private final List<ChangeEvent> events = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void namesAreTextsInEveryFile() throws IOException {
    for (int week = 0; week < 12; week++) {
      for (String name : NAMES) {
        life(week, name);
      }
    }
    PublishedPages pages = PublishedPages.of(folder, BUSINESS, events, "2026-11-22");
    List<String> files = pages.files();
    assertThat(files)
        .anyMatch(file -> file.endsWith("act-today.ru.html"))
        .anyMatch(file -> file.contains("/items-") && file.endsWith(".csv"))
        .anyMatch(file -> file.endsWith("overdue-invoices.en.xlsx"));
    assertThat(pages.text("act-today.ru.html"))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;{{x}}");
    assertThat(pages.text("overdue-invoices/invoices-RUB-customers.en.csv")).contains("'=cmd|'/c");
    for (String file : files) {
      switch (file.substring(file.lastIndexOf('.') + 1)) {
        case "html" -> page(file, pages.at(file));
        case "svg" -> FilesTest.wellFormed(pages.bytes(file));
        case "csv" -> table(file, pages.at(file));
        case "json" -> new ObjectMapper().readTree(pages.bytes(file));
        case "xlsx" ->
            XlsxBook.sheets(pages.bytes(file)).values().stream()
                .flatMap(List::stream)
                .flatMap(Row::stream)
                .filter(Objects::nonNull)
                .forEach(FilesTest::harmless);
        default -> assertThat(file).matches(".*\\.(png|parquet)");
      }
    }
  }

  private static void page(String file, String page) {
    assertThat(SCRIPT.matcher(page).results().count()).as(file).isLessThanOrEqualTo(1);
    assertThat(page).as(file).doesNotContain("\u0000", "\u202e", "</svg><");
    assertThat(page.getBytes(UTF_8)).as(file).hasSizeLessThanOrEqualTo(400 * 1024);
  }

  private static void table(String file, String table) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table.substring(1))) {
      for (CsvRecord row : rows) {
        assertThat(row.getFields())
            .as("%s, line %d", file, row.getStartingLineNumber())
            .noneMatch(cell -> FORMULA.matcher(cell).matches())
            .noneMatch(cell -> cell.contains("\u0000") || cell.contains("\u202e"));
      }
    }
  }

  private void life(int week, String name) {
    Instant at = Instant.parse("2026-08-31T07:00:00Z").plus(Duration.ofDays(7L * week));
    String id = name + week;
    events.add(event("deal", id, Kind.CREATED, name, at).build());
    events.add(event("deal", id, Kind.MOVED, name, at.plusSeconds(3_600)).stage(name).build());
    events.add(event("deal", id, Kind.MOVED, name, at.plusSeconds(9_000)).stage("talk").build());
    if (week % 3 > 0) {
      events.add(
          event("deal", id, Kind.MOVED, name, at.plusSeconds(90_000))
              .stage(week % 3 == 1 ? "won" : "lost")
              .field("loss_reason", name)
              .build());
    }
    events.add(event("quote", id, Kind.CREATED, name, at).build());
    events.add(
        event("invoice", id, Kind.CREATED, name, at)
            .customer(name, name)
            .dueAt(at.plus(Duration.ofDays(7)))
            .parent(new ItemRef("deal", id))
            .build());
  }

  private static ChangeEventBuilder event(
      String type, String id, Kind kind, String name, Instant at) {
    return ChangeEvent.of("romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef(type, id), kind)
        .pipeline(name)
        .stage("new")
        .owner(name)
        .currency("RUB")
        .amount(new BigDecimal(1_000))
        .occurredAt(at)
        .receivedAt(at);
  }
}
