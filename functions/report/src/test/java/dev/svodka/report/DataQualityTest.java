package dev.svodka.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.crm.CrmNames;
import dev.svodka.lake.crm.CrmStatus;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From events, reconcile's status and quarantine in the lake to the page about the data. */
class DataQualityTest {
  private static final String HOSTILE = "<script>alert(1)</script>=cmd|{{x}}\u202e";
  private static final Instant FIRST = Instant.parse("2026-09-07T07:00:00Z");
  private static final int DAYS = 76;

  @TempDir private Path folder;
  private ObjectStore lake;
  private ObjectStore reports;

  @BeforeEach
  void aDealADay() throws IOException {
    lake = new FolderObjectStore(folder.resolve("lake"));
    reports = new FolderObjectStore(folder.resolve("reports"));
    business("[managers]", "amocrm, token: ssm:/a");
    List<ChangeEvent> events = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      Instant at = FIRST.plus(Duration.ofDays(day));
      events.add(event("" + day, Kind.CREATED, "32392156", at));
      if (day % 2 == 0) {
        events.add(event("" + day, Kind.MOVED, day == 4 ? HOSTILE : "142", at.plusSeconds(9000)));
      }
    }
    store(LocalDate.of(2026, 11, 21), events);
  }

  @Test
  void whatIsWrongIsSaidInWordsAndListed() {
    status("disabled", "done", "");
    quarantine("2026-11-20", HOSTILE);
    publish("2026-11-21");
    String page = text("data-quality.ru.html");
    assertThat(page)
        .contains("<h1>Качество данных</h1>", "Данные идут: все источники на связи.")
        .contains("CRM отключила вебхук (amoCRM): включите его в настройках CRM")
        .contains("Исправить: 1 событие с неизвестным этапом.")
        .contains("1 этапа нет в файле компании", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("Вебхук amo", "отключён самой CRM", "Расчёт сходится: проверено 8 правил")
        .contains("Это первый отчёт: сравнивать не с чем")
        .doesNotContain("<script>alert", "{0}", "null", "NaN", "\u202e");
    assertThat(text("data-quality.en.html"))
        .contains("<h1>Data quality</h1>", "The CRM has switched its webhook off (amoCRM)")
        .doesNotContain("{0}", "null", "NaN");
    assertThat(text("data-quality/company-rejects.en.csv"))
        .contains("Webhook amo,", "alert(1)")
        .doesNotContain("\n=cmd");
  }

  @Test
  void aSourceThatWasNeverSilentForSoLongIsLate() {
    status("enabled", "failed", "the token is refused");
    publish("2026-11-24");
    assertThat(text("data-quality.ru.html"))
        .contains("Данные не идут: не слышно amoCRM.", "молчит дольше обычного")
        .contains("Сверка не удалась: amoCRM", "не удалась: the token is refused");
  }

  @Test
  void whatCouldNotBeKnownIsSaidSo() throws IOException {
    business("[managers]", "amocrm");
    publish("2026-11-21");
    assertThat(text("data-quality.ru.html"))
        .contains("Сверка не настроена: amoCRM. Потерянное вебхуками не узнать и не вернуть");
    business("[managers]", "amocrm, token: ssm:/a");
    publish("2026-11-21");
    assertThat(text("data-quality.ru.html")).contains("Сверки ещё не было: amoCRM");
  }

  @Test
  void aFigureOfAClosedWeekThatChangesIsToldOfForFiveWeeks() throws IOException {
    publish("2026-11-15");
    assertThat(text("restated.json")).isEqualTo("{\"restated\":[]}");
    store(
        LocalDate.of(2026, 11, 20),
        List.of(event("late", Kind.CREATED, "32392156", Instant.parse("2026-11-05T09:00:00Z"))));
    publish("2026-11-16");
    assertThat(text("data-quality.ru.html"))
        .contains("цифры изменились после публикации", "новые данные")
        .contains("<td data-v=\"2026-W45\">2–8\u00a0ноября 2026</td>");
    String told = text("data-quality/company-restated.en.csv");
    assertThat(told.lines())
        .contains(
            "Created,Sales,2026-W45,7,8,new data,2026-11-16",
            "Open,Sales,2026-W46,36,37,new data,2026-11-16");
    publish("2026-11-16");
    assertThat(text("data-quality/company-restated.en.csv")).as("the same again").isEqualTo(told);
    publish("2026-11-16", "weekly-conversion");
    assertThat(text("weekly-conversion.ru.html"))
        .contains("<td class=\"n\">8<small>уточнено, было 7</small></td>");
    assertThat(text("weekly-conversion/sales-changes.ru.csv"))
        .contains("Создано,")
        .contains("\"уточнено, было 7\"");
    publish("2026-11-10");
    assertThat(text("data-quality.en.html")).contains("it cannot be compared with");
  }

  @Test
  void whomAndWhatTheFileDoesNotNameTheCrmDoesAsItWasThen() throws IOException {
    String file = new String(lake.get("accounts/romashka/business.yaml"), UTF_8);
    put("accounts/romashka/business.yaml", file.replace("\"504141\": \"Анна Ветрова\", ", ""));
    put(
        CrmNames.key("romashka", "amo"),
        """
        {"owner": {"504141": {"names": [{"name": "Пётр <b>", "since": "2026-01-01T00:00:00Z"}]}},
         "stage": {"3177727/555": {"names": [
           {"name": "Первый разговор", "since": "2026-01-01T00:00:00Z"},
           {"name": "Разговор потом", "since": "2026-11-17T00:00:00Z"}]}}}""");
    store(
        LocalDate.of(2026, 11, 12),
        List.of(event("63", Kind.MOVED, "555", Instant.parse("2026-11-12T09:00:00Z"))));
    publish("2026-11-16", "weekly-conversion");
    assertThat(text("weekly-conversion.ru.html"))
        .contains("Первый разговор", "Пётр &lt;b&gt;")
        .doesNotContain("Разговор потом", "504141", "Пётр <b>");
  }

  private void business(String audience, String source) {
    put(
        "accounts/romashka/business.yaml",
        SampleCompany.yaml("ООО «Ромашка»", "Анна Ветрова")
            .replace("    within:", "    audience: " + audience + "\n    within:")
            .replace(
                "processes:",
                "sources:\n  - {id: amo, kind: %s}\nprocesses:"
                    .formatted(source.replace("amocrm", "amocrm, subdomain: romashka"))));
  }

  private void status(String hook, String outcome, String message) {
    put(
        CrmStatus.key("romashka", "amo"),
        """
        {"at":"2026-11-21T20:10:00Z","hook":"%s","outcome":"%s","message":"%s","events":7,
         "rejected":{"events: no id":2}}"""
            .formatted(hook, outcome, message));
  }

  private void quarantine(String day, String reason) {
    put(
        "quarantine/romashka/" + day + "/aa.json",
        "{\"source\":\"amo\",\"reasons\":[{\"where\":\"leads\",\"reason\":\"%s\"}]}"
            .formatted(reason));
  }

  private void put(String key, String content) {
    lake.put(key, content.getBytes(UTF_8), "text/plain");
  }

  private void store(LocalDate day, List<ChangeEvent> events) throws IOException {
    try (RootAllocator allocator = new RootAllocator(64L << 20);
        LakeWriter writer = new LakeWriter(lake, allocator, "romashka", day, LakeKeys.PART)) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      writer.finish();
    }
  }

  private static ChangeEvent event(String deal, Kind kind, String stage, Instant at) {
    return ChangeEvent.of("romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", deal), kind)
        .pipeline("3177727")
        .stage(stage)
        .owner("504141")
        .occurredAt(at)
        .receivedAt(at)
        .build();
  }

  private void publish(String asOf) {
    publish(asOf, "data-quality");
  }

  private void publish(String asOf, String... ids) {
    new ReportHandler(SampleLake.wiring(lake, reports, "1.2.3", folder))
        .handleRequest(Map.of("account", "romashka", "as_of", asOf, "reports", List.of(ids)), null);
  }

  private String text(String path) {
    String run = Shelf.find(reports, "romashka").orElseThrow().front();
    return new String(reports.get(ReportKeys.run("romashka", run) + path), UTF_8);
  }
}
