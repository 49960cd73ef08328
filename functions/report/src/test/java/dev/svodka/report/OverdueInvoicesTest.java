package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.business.Language;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.kpi.KpiRow;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From events of invoices in the lake to the page for finance, with the real engine. */
class OverdueInvoicesTest {
  private static final String BUSINESS =
      """
      account: romashka
      name: Ромашка
      time-zone: Europe/Moscow
      currency: RUB
      owners: {"1": Анна Ветрова}
      processes:
        invoices:
          title: {ru: Счета, en: Invoices}
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, shipped: {stage: [shipped]}, paid: {paid-in-full: true}}
      """;

  private static final String HOSTILE = "=cmd|'/c calc'!A1<script>alert(1)</script>{{x}}";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @TempDir private Path folder;
  private final List<ChangeEvent> events = new ArrayList<>();
  private ObjectStore reports;

  @BeforeEach
  void threeInvoicesAreUnpaid() {
    reports = new FolderObjectStore(folder.resolve("reports"));
    invoice("S-1", 120_000, "RUB", "2026-08-01", "2026-08-10", "7701", "Луг");
    paid("S-1", 20_000, "2026-08-20");
    invoice("S-2", 50_000, "RUB", "2026-10-20", "2026-11-10", "7702", "Поле");
    invoice("S-3", 30_000, "RUB", "2026-11-16", "2026-11-30", "7702", "Поле");
    invoice("S-4", 40_000, "RUB", "2026-09-01", "2026-09-10", "7701", "Луг");
    paid("S-4", 40_000, "2026-09-09");
    invoice("S-5", 10_000, "RUB", "2026-10-01", "2026-10-10", "7702", "Поле");
    paid("S-5", 10_000, "2026-10-12");
    invoice("S-6", 700, "USD", "2026-11-01", "2026-11-05", "7703", "Lea & Co");
  }

  @Test
  void thePageSaysWhatIsOverdueAndWhoIsFirst() throws IOException {
    publish(BUSINESS);
    assertThat(page("ru"))
        .contains(
            "К концу 22\u00a0ноября не оплачено 180\u00a0тыс.\u00a0₽ по 3 счетам, из них просрочено 150\u00a0тыс.\u00a0₽ (83\u202f%) по 2 счетам.")
        .contains("Больше всего просрочено: Луг — 100\u00a0тыс.\u00a0₽")
        .contains("самая старая просрочка — 104 дня.")
        .contains("Первым — счёт S-1, Луг: 100\u00a0тыс.\u00a0₽, просрочен на 104 дня")
        .contains("больше 90 дней просрочки", "срок не наступил", "Счета, RUB", "Счета, USD")
        .contains("Неоплаченные счета к концу")
        .doesNotContain("долг", "Дебиторская", "{0}", "null", "NaN");
    assertThat(page("en"))
        .contains(
            "At the end of 22\u00a0Nov, ₽180K is unpaid on 3 invoices; ₽150K of it (83%) is overdue, on 2 invoices.")
        .contains("First: invoice S-1, Луг, ₽100K, 104 days late", "more than 90 days late")
        .doesNotContain("Debts", "{0}", "null", "NaN");
  }

  @Test
  void theFilesHoldEveryInvoiceInFullAndEachCurrencyApart() throws IOException {
    publish(BUSINESS);
    assertThat(text("overdue-invoices/invoices-RUB-unpaid.en.csv").lines())
        .containsExactly(
            "\ufeffInvoice,Customer,Owner,Due,Days late,Amount,Paid,Unpaid",
            "S-1,Луг,Анна Ветрова,2026-08-10,104,120000,20000,100000",
            "S-2,Поле,Анна Ветрова,2026-11-10,12,50000,0,50000",
            "S-3,Поле,Анна Ветрова,2026-11-30,0,30000,0,30000");
    assertThat(text("overdue-invoices/invoices-USD-unpaid.en.csv").lines().skip(1))
        .containsExactly("S-6,Lea & Co,Анна Ветрова,2026-11-05,17,700,0,700");
    assertThat(text("overdue-invoices/invoices-RUB-customers.en.csv").lines().skip(1))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Луг,100000,100000,1,104,0.5,"),
            second -> assertThat(second).startsWith("Поле,50000,80000,2,12,0,"));
    assertThat(text("overdue-invoices/invoices-RUB-ageing.en.csv").lines().skip(1))
        .containsExactly(
            "not_due,30000,1", "1-30,50000,1", "31-60,0,0", "61-90,0,0", "91+,100000,1");
  }

  @Test
  void anInvoiceAndItsDealLeadToTheirPagesInTheCrm() throws IOException {
    events.clear();
    ItemRef deal = new ItemRef("deal", "39553937");
    events.add(amo(deal, Kind.CREATED, "2026-09-01").build());
    events.add(
        amo(new ItemRef("invoice", "7088"), Kind.CREATED, "2026-09-02")
            .amount(BigDecimal.TEN)
            .dueAt(at("2026-09-10"))
            .parent(deal)
            .build());
    publish(
        BUSINESS
            + "sources: [{id: amo, kind: amocrm, subdomain: romashka, invoice-catalog: \"4589\"}]\n");
    assertThat(page("ru"))
        .contains(
            "<a href=\"https://romashka.amocrm.ru/catalogs/4589/detail/7088\">7088</a>",
            "<a href=\"https://romashka.amocrm.ru/leads/detail/39553937\">39553937</a>");
    assertThat(text("overdue-invoices/invoices-RUB-unpaid.en.csv").lines())
        .first()
        .asString()
        .startsWith("\ufeffInvoice,Link,Customer,Deal,Link,Owner,");
    assertThat(text("overdue-invoices/invoices-RUB-unpaid.en.csv"))
        .contains("7088,https://romashka.amocrm.ru/catalogs/4589/detail/7088,");
  }

  private static ChangeEventBuilder amo(ItemRef item, Kind kind, String day) {
    return ChangeEvent.of("romashka", SourceKind.AMOCRM, Via.HOOK, item, kind)
        .owner("1")
        .occurredAt(at(day))
        .receivedAt(at(day));
  }

  @Test
  void theAgeingTableSumsUpToKpisJsonAndTheWorkbookSaysTheSame() throws IOException {
    publish(BUSINESS);
    JsonNode kpis = JSON.readTree(text("kpis.json")).get("kpis");
    for (String currency : List.of("RUB", "USD")) {
      JsonNode table =
          JSON.readTree(text("overdue-invoices/invoices-%s-ageing.en.json".formatted(currency)));
      assertThat(table.get("columns").get(1).get("type").asText()).isEqualTo("money");
      assertThat(table.get("columns").get(1).get("unit").asText()).isEqualTo(currency);
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode row : table.get("rows")) {
        sum = sum.add(row.get(1).decimalValue());
        assertThat(row.get(1).decimalValue())
            .isEqualByComparingTo(figure(kpis, "ageing", row.get(0).asText(), currency));
      }
      assertThat(sum).isEqualByComparingTo(figure(kpis, "outstanding", "null", currency));
    }
    List<byte[]> tables =
        reports.list(shelved("overdue-invoices/")).stream()
            .filter(entry -> entry.key().endsWith(".en.json"))
            .map(entry -> reports.get(entry.key()))
            .toList();
    FilesTest.compareInAnyOrder(
        reports.get(shelved("overdue-invoices/overdue-invoices.en.xlsx")), tables);
  }

  private static BigDecimal figure(JsonNode kpis, String kpi, String subject, String currency) {
    for (JsonNode row : kpis) {
      if (row.get("kpi").asText().equals(kpi)
          && row.get("subject").asText().equals(subject)
          && row.get("period").asText().equals("all")
          && row.get("group").size() == 1
          && row.get("group").path("currency").asText().equals(currency)) {
        return row.get("value").decimalValue();
      }
    }
    throw new AssertionError(kpi + " " + subject + " " + currency);
  }

  @Test
  void pastMonthEndsStandAsTheyWereThen() throws IOException {
    publish(BUSINESS);
    assertThat(text("overdue-invoices/invoices-RUB-balances.en.csv").lines())
        .contains(
            "2026-08-31,100000,100000", "2026-09-30,100000,100000", "2026-10-31,150000,100000")
        .last()
        .isEqualTo("2026-11-22,180000,150000");
  }

  @Test
  void whatIsNoDebtYetStandsApart() throws IOException {
    events.add(event("S-1", Kind.MOVED, "2026-08-05").stage("shipped").build());
    publish(BUSINESS + "    debt-from: shipped\n");
    assertThat(page("ru"))
        .contains("Дебиторская задолженность", "не оплачено, но ещё не долг: 80\u00a0тыс.\u00a0₽")
        .contains("Не оплачено, но ещё не долг: 80\u00a0тыс.\u00a0₽ по 2 счетам");
    assertThat(text("overdue-invoices/invoices-RUB-unpaid.ru.csv").lines().skip(1)).hasSize(1);
    assertThat(text("overdue-invoices/invoices-RUB-not-debt.ru.csv").lines().skip(1)).hasSize(2);
  }

  @Test
  void moneyOfNoInvoiceIsToldOf() throws IOException {
    paid("S-4", 5_000, "2026-11-02");
    publish(BUSINESS);
    assertThat(page("en"))
        .contains("Money without an invoice", "after it, unpaid: ₽175K", "31\u00a0Oct: ₽0");
  }

  @Test
  void theLedgersBalancesStandBesideOurs() {
    List<KpiRow> rows =
        List.of(
            money("outstanding", null, "all", Map.of(), 100, 100, 0),
            money("ledger_difference", "2026-10-31", "all", Map.of(), -5, 300, 305),
            money("ledger_difference", "2026-10-31", "all", Map.of("customer", "7701"), -5, 0, 5));
    Rendered report =
        new ReportWriter(SampleCompany.facts(SampleCompany.business(BUSINESS), rows), Language.EN)
            .write(ReportSpecs.shipped("overdue-invoices"));
    assertThat(
            report.files().stream()
                .filter(file -> file.path().endsWith("invoices-RUB-ledger.en.csv"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)))
        .first()
        .asString()
        .contains("2026-10-31,all,300,305,-5", "2026-10-31,7701,0,5,-5");
    assertThat(new String(report.files().getLast().content(), StandardCharsets.UTF_8))
        .contains("What is unpaid differs from the ledger");
  }

  private static KpiRow money(
      String kpi,
      @Nullable String subject,
      String period,
      Map<String, String> group,
      long value,
      long numerator,
      long denominator) {
    SortedMap<String, Optional<String>> groups = new TreeMap<>();
    groups.put("currency", Optional.of("RUB"));
    group.forEach((name, told) -> groups.put(name, Optional.of(told)));
    return new KpiRow(
        kpi,
        "invoices",
        Optional.ofNullable(subject),
        period,
        groups,
        "money",
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(value)),
        Optional.of(BigDecimal.valueOf(numerator)),
        Optional.of(BigDecimal.valueOf(denominator)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(1L),
        false);
  }

  @Test
  void namesFromOutsideDoNoHarm() throws IOException {
    invoice("=1+1", 900_000, "RUB", "2026-08-01", "2026-08-10", "7709", HOSTILE);
    publish(BUSINESS);
    for (String language : List.of("ru", "en")) {
      assertThat(page(language)).contains("&lt;script&gt;").doesNotContain("<script");
      assertThat(text("overdue-invoices/invoices-RUB-unpaid." + language + ".csv"))
          .contains("'=1+1,'=cmd|'/c calc'!A1<script>")
          .doesNotContain("\n=", ",=");
      assertThat(text("overdue-invoices/invoices-RUB-customers." + language + ".csv"))
          .contains("\n'=cmd");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void idsAreUniqueAndLongListsAreCutOnThePageAlone(String language) throws IOException {
    for (int i = 0; i < 130; i++) {
      invoice("N-" + i, 100 + i, "RUB", "2026-11-01", "2026-11-10", "8" + i, "Клиент " + i);
    }
    publish(BUSINESS);
    String page = page(language);
    assertThat(Pattern.compile(" id=['\"]([^'\"]+)").matcher(page).results().map(m -> m.group(1)))
        .doesNotHaveDuplicates()
        .isNotEmpty();
    assertThat(page)
        .contains(
            language.equals("ru") ? "и ещё 33; в файле CSV — все" : "and 33 more; the CSV file");
    assertThat(text("overdue-invoices/invoices-RUB-unpaid." + language + ".csv").lines())
        .hasSize(1 + 133);
  }

  @Test
  void aCompanyWithoutUnpaidInvoicesReadsThatNothingIsUnpaid() throws IOException {
    events.clear();
    invoice("S-4", 40_000, "RUB", "2026-09-01", "2026-09-10", "7701", "Луг");
    paid("S-4", 40_000, "2026-09-09");
    publish(BUSINESS);
    assertThat(page("ru"))
        .contains("К концу 22\u00a0ноября неоплаченных счетов нет.")
        .doesNotContain("NaN", "<caption><h3>Первым");
  }

  private void invoice(
      String id, long amount, String currency, String issued, String due, String inn, String who) {
    events.add(
        event(id, Kind.CREATED, issued)
            .amount(BigDecimal.valueOf(amount))
            .currency(currency)
            .dueAt(at(due))
            .customer(inn, who)
            .build());
  }

  private void paid(String id, long amount, String day) {
    events.add(event(id, Kind.PAID, day).amount(BigDecimal.valueOf(amount)).build());
  }

  private ChangeEventBuilder event(String id, Kind kind, String day) {
    return ChangeEvent.of("romashka", SourceKind.HTTP, Via.HOOK, new ItemRef("invoice", id), kind)
        .owner("1")
        .occurredAt(at(day))
        .receivedAt(at(day))
        .seq(events.size());
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T09:00:00Z");
  }

  private void publish(String business) throws IOException {
    ObjectStore lake = new FolderObjectStore(folder.resolve("lake"));
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
    Map<String, Object> answer =
        new ReportHandler(SampleLake.wiring(lake, reports, "1.2.3", folder))
            .handleRequest(
                Map.of(
                    "account",
                    "romashka",
                    "as_of",
                    "2026-11-22",
                    "reports",
                    List.of("overdue-invoices")),
                null);
    assertThat(answer).containsEntry("broken", List.of());
  }

  /** Without its script, which ScriptTest looks at. */
  private String page(String language) {
    return text("overdue-invoices." + language + ".html").replaceAll("(?s)<script>.*</script>", "");
  }

  private String text(String name) {
    return new String(reports.get(shelved(name)), StandardCharsets.UTF_8);
  }

  private String shelved(String name) {
    return ReportKeys.run("romashka", Shelf.find(reports, "romashka").orElseThrow().front()) + name;
  }
}
