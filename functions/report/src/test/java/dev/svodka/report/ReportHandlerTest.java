package dev.svodka.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Arrow files in the lake to published pages, with the real engine. */
class ReportHandlerTest {
  @TempDir private Path folder;
  private ObjectStore lake;
  private ObjectStore reports;
  private ReportHandler handler;

  @BeforeEach
  void fillTheLake() throws IOException {
    lake = new FolderObjectStore(folder.resolve("lake"));
    reports = new FolderObjectStore(folder.resolve("reports"));
    handler = new ReportHandler(SampleLake.wiring(lake, reports, "1.2.3", folder));
    SampleLake.fill(lake, SampleCompany.yaml("ООО «Ромашка»", "Анна Ветрова"));
  }

  @Test
  void theReportOfTheLastFullWeekIsPublishedWithAllThatBelongsToIt() {
    Map<String, Object> answer =
        handler.handleRequest(Map.of("account", "romashka", "as_of", "2026-11-22"), null);
    assertThat(answer)
        .containsEntry("as_of", "2026-11-22T21:00:00Z")
        .containsEntry("broken", List.of())
        .containsEntry(
            "pages",
            List.of(
                "romashka/all-processes.ru.html",
                "romashka/weekly-conversion.ru.html",
                "romashka/data-quality.ru.html",
                "romashka/all-processes.en.html",
                "romashka/weekly-conversion.en.html",
                "romashka/data-quality.en.html"));
    assertThat(reports.list("romashka/"))
        .extracting(ObjectStore.Entry::key)
        .contains(
            "romashka/reports.json",
            shelved("romashka/index.ru.html"),
            shelved("romashka/index.en.html"),
            shelved("romashka/fronts/managers.ru.html"),
            shelved("romashka/kpis.json"),
            shelved("romashka/facts.parquet"),
            shelved("romashka/data-quality.json"),
            shelved("romashka/weekly-conversion/sales-funnel.ru.png"),
            shelved("romashka/weekly-conversion/sales-funnel.en.svg"));
    assertThat(text("romashka/weekly-conversion.ru.html"))
        .contains("За неделю 16–22\u00a0ноября создано 10 сделок, выиграно 4, проиграно 6.")
        .contains("Доля выигранных — 40\u202f%");
    assertThat(text("romashka/kpis.json")).contains("\"version\":\"1.2.3\"", "\"win_rate\"");
  }

  @Test
  void aCompanysOwnKpiAndReportArePublishedLikeOurs() throws IOException {
    own("kpi/first_contact.sql");
    own("report/first-contact.yaml");
    Map<String, Object> answer =
        handler.handleRequest(Map.of("account", "romashka", "as_of", "2026-11-22"), null);
    assertThat(answer.get("pages"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("romashka/own-first-contact.ru.html", "romashka/own-first-contact.en.html");
    assertThat(text("romashka/kpis.json"))
        .contains(
            "{\"kpi\":\"own_first_contact_rate\",\"process\":\"sales\",\"subject\":null,\"period\":\"2026-W47\",\"group\":{},\"unit\":\"ratio\",\"value\":0,\"numerator\":0,\"denominator\":10,");
    assertThat(text("romashka/own-first-contact.ru.html"))
        .contains("<h1>Первый контакт по новым сделкам</h1>", "Связались за 2 рабочих дня")
        .contains("С какой долей новых сделок связались", "Сделки моложе двух таких дней не входят")
        .contains("<p class=\"lead\">Связались за 2 рабочих дня — 0")
        .doesNotContain("own_first_contact_rate<");
    assertThat(text("romashka/own-first-contact.en.html"))
        .contains("<h1>First contact on new deals</h1>", "Contacted within 2 working days: 0%");
    assertThat(text("romashka/index.ru.html"))
        .contains("href=\"weekly-conversion.ru.html\"", "href=\"own-first-contact.ru.html\"");
    assertThat(folder).isDirectoryNotContaining("glob:**company*");
  }

  @Test
  void anOwnersPagesAreMadeOfThatOwnersFiguresAlone() throws IOException {
    own("kpi/first_contact.sql");
    own("report/first-contact.yaml");
    handler.handleRequest(Map.of("account", "romashka", "as_of", "2026-11-22"), null);
    Shelf shelf = Shelf.find(reports, "romashka").orElseThrow();
    assertThat(shelf.report("weekly-conversion").map(Shelved::slices)).contains("owner");
    assertThat(shelf.report("own-first-contact").map(Shelved::slices)).contains("");
    List<Integer> created = new ArrayList<>();
    for (String owner : List.of("504141", "504142", "504143")) {
      String page = text("romashka/owner/" + owner + "/weekly-conversion.ru.html");
      Matcher told =
          Pattern.compile("За неделю 16–22\u00a0ноября создано (\\d+) сдел").matcher(page);
      assertThat(told.find()).as(owner).isTrue();
      created.add(Integer.parseInt(told.group(1)));
      assertThat(page).doesNotContain("50414").contains("<h1>");
      assertThat(text("romashka/owner/" + owner + "/index.ru.html"))
          .contains("href=\"weekly-conversion.ru.html\"")
          .doesNotContain("own-first-contact");
    }
    assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);

    String slice = text("romashka/owner/504141/weekly-conversion.ru.html");
    handler.handleRequest(
        Map.of(
            "account", "romashka", "as_of", "2026-11-22", "reports", List.of("own-first-contact")),
        null);
    assertThat(text("romashka/owner/504141/index.ru.html"))
        .contains("href=\"weekly-conversion.ru.html\"")
        .doesNotContain("создано");
    assertThat(
            new String(
                reports.get(
                    ReportKeys.run("romashka", shelf.front())
                        + "owner/504141/weekly-conversion.ru.html"),
                StandardCharsets.UTF_8))
        .isEqualTo(slice);
  }

  @Test
  void aRunOfSomeReportsLeavesTheOthersOnTheFrontPageAsTheyWere() throws IOException {
    own("kpi/first_contact.sql");
    own("report/first-contact.yaml");
    handler.handleRequest(Map.of("account", "romashka", "as_of", "2026-11-15"), null);
    Shelf first = Shelf.find(reports, "romashka").orElseThrow();
    handler.handleRequest(
        Map.of(
            "account", "romashka", "as_of", "2026-11-22", "reports", List.of("weekly-conversion")),
        null);
    Shelf second = Shelf.find(reports, "romashka").orElseThrow();
    assertThat(second.report("weekly-conversion").orElseThrow())
        .returns(second.front(), Shelved::run)
        .returns("2026-11-22T21:00:00Z", Shelved::asOf);
    assertThat(second.report("own-first-contact")).isEqualTo(first.report("own-first-contact"));
    assertThat(text("romashka/index.ru.html"))
        .contains("16–22", "href=\"own-first-contact.ru.html\"", "9–15");
    assertThat(
            reports.exists(ReportKeys.run("romashka", first.front()) + "weekly-conversion.ru.html"))
        .isTrue();
  }

  @Test
  void whoMayOpenAnEarlierReportIsDecidedByItsDeclarationOfToday() throws IOException {
    own("kpi/first_contact.sql");
    own("report/first-contact.yaml");
    Map<String, Object> all = Map.of("account", "romashka", "as_of", "2026-11-22");
    handler.handleRequest(all, null);
    String declared = new String(lake.get("accounts/romashka/report/first-contact.yaml"), UTF_8);
    lake.put(
        "accounts/romashka/report/first-contact.yaml",
        declared.replace("audience: managers", "audience: directors").getBytes(UTF_8),
        "text/plain");

    handler.handleRequest(
        Map.of(
            "account", "romashka", "as_of", "2026-11-22", "reports", List.of("weekly-conversion")),
        null);

    assertThat(Shelf.find(reports, "romashka").orElseThrow().reports())
        .filteredOn(report -> report.id().equals("own-first-contact"))
        .extracting(Shelved::audience)
        .containsExactly("directors", "directors");
  }

  @Test
  void aWrongKpiOfTheCompanysLeavesNothingBehind() {
    lake.put(
        "accounts/romashka/kpi/mine.sql",
        "-- kpi: win_rate\n-- en: Mine?\n-- formula: 1\n-- unit: count\nselect 1"
            .getBytes(StandardCharsets.UTF_8),
        "text/plain");
    refused(Map.of("account", "romashka"), "mine.sql:1: «win_rate» is one of Svodka's own KPIs");
    assertThat(reports.list("")).isEmpty();
  }

  /** As the sample has it, beside its business file. */
  private void own(String name) throws IOException {
    Path sample = Path.of("").toAbsolutePath().resolve("../../events").resolve(name);
    lake.put("accounts/romashka/" + name, Files.readAllBytes(sample), "text/plain");
  }

  @Test
  void whatNobodyCountedIsNullInTheDataQuality() {
    handler.handleRequest(Map.of("account", "romashka", "as_of", "2026-11-22"), null);
    assertThat(text("romashka/data-quality.json"))
        .startsWith("{\"read\":null,\"imported\":null,\"duplicates\":0,\"filtered\":null")
        .contains("\"events\":480", "\"last_event\":{\"amocrm\":\"2026-11-");
  }

  @Test
  void aWrongCallLeavesNothingBehind() {
    refused(Map.of(), "account");
    refused(Map.of("account", "../etc"), "account");
    refused(Map.of("account", "romashka", "as_of", "yesterday"), "as_of: «yesterday»");
    refused(Map.of("account", "romashka", "reports", List.of("pie")), "there is no report «pie»");
    refused(Map.of("account", "nobody"), "accounts/nobody/business.yaml");
    assertThat(reports.list("")).isEmpty();
  }

  private void refused(Map<String, Object> input, String said) {
    assertThatThrownBy(() -> handler.handleRequest(input, null))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining(said);
  }

  private String text(String key) {
    return new String(reports.get(shelved(key)), StandardCharsets.UTF_8);
  }

  /** Where the newest run has what the contract names so. */
  private String shelved(String key) {
    String run = Shelf.find(reports, "romashka").orElseThrow().front();
    return key.replaceFirst("^romashka/", ReportKeys.run("romashka", run));
  }
}
