package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what has to be done, with the real engine. */
class ActTodayTest {
  private static final String EVIL = "<script>alert(1)</script>";
  private static final String CSV = "act-today/company-%s.ru.csv";
  private static final String BUSINESS =
      """
      account: romashka
      name: Ромашка
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      owners: {"1": Анна Ветрова, "2": Борис Лугов}
      sources:
        - {id: bx, kind: bitrix24, domain: romashka.bitrix24.ru, secret: ssm:/a, token: ssm:/b}
      processes:
        sales:
          title: {ru: Продажи, en: Sales}
          items: {type: deal}
          milestones:
            created: {created: true}
            proposed: {stage: [offer]}
            invoiced: {stage: [bill]}
            won: {stage: [won]}
          funnel: [created, proposed, invoiced, won]
          success: [won]
          required-fields: {proposed: [phone, budget]}
          contact-every: {while: {stage: [offer]}, at-most: 2 days}
          audience: [managers]
        invoices:
          title: {ru: Счета, en: Invoices}
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
          parent: {process: sales, milestone: invoiced}
          issue-target: 1 days
          terms: 5 days
          ageing: [30, 60, 90]
          audience: [INVOICES]
        papers:
          title: {ru: Документы, en: Papers}
          items: {type: document}
          milestones: {received: {created: true}, registered: {stage: [in]}}
          success: [registered]
          intervals: {to_register: {from: received, to: registered, target: 1 days}}
          deadline: {due: {after: received, within: 1 days}, done: registered, by: timestamp}
        wages:
          title: {ru: Зарплата, en: Wages}
          items: {type: payroll}
          milestones: {accrued: {created: true}, paid: {paid-in-full: true}}
          success: [paid]
          deadline: {due: {after: accrued, within: 3 days}, done: paid, by: date}
          audience: [finance]
      """;

  @TempDir private Path folder;
  private final List<ChangeEvent> events = new ArrayList<>();

  @Test
  void everybodySeesEachItemOnceWithAllThatHasToBeDone() throws IOException {
    busy();
    PublishedPages pages = publish("finance, managers");
    assertThat(pages.rows(CSV.formatted("acts")))
        .extracting(row -> String.join("|", row.subList(0, 8)))
        .containsExactly(
            "Анна Ветрова|Связаться с клиентом; заполнить: телефон"
                + "|Сделка 7|https://romashka.bitrix24.ru/crm/deal/details/7/||13|2026-11-07|500",
            "Анна Ветрова|Добиться оплаты"
                + "|Счёт I-1|https://romashka.bitrix24.ru/crm/type/31/details/I-1/|сделка 9|8|2026-11-12|60",
            "Борис Лугов|Выставить счёт"
                + "|Сделка 8|https://romashka.bitrix24.ru/crm/deal/details/8/||9|2026-11-11|900",
            "Без ответственного|Зарегистрировать|Документ D-1|||17|2026-11-03|");
    assertThat(pages.text("act-today.ru.html"))
        .contains("К концу 20\u00a0ноября набралось 4 дела")
        .contains("Больше всего: Анна Ветрова — 2.")
        .contains("<b><bdi>Анна Ветрова</bdi></b> 2 дела, дольше всех ждёт 13 дней")
        .contains(">60\u00a0₽<", "ещё 1 — без ответственного", "1 счёт")
        .doesNotContain(">777");
    assertThat(pages.text("act-today.en.html")).contains("Contact the customer; fill in: phone");
  }

  @Test
  void eachOwnerHasASliceOfOnesOwn() throws IOException {
    busy();
    PublishedPages pages = publish("finance, managers");
    assertThat(pages.text("owner/1/act-today.ru.html"))
        .contains("Что сделать сегодня: Анна Ветрова", "Сделка 7", "Счёт I-1", "Чаще всего: ")
        .doesNotContain("Борис", "Сделка 8", "Ведомость", "D-1", "У скольких людей");
  }

  @Test
  void theChartCountsTheSameByPersonAndReason() throws IOException {
    busy();
    PublishedPages pages = publish("finance, managers");
    List<List<String>> rows = pages.rows(CSV.formatted("people"));
    assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.get(1))).sum())
        .isEqualTo(pages.rows(CSV.formatted("acts")).size());
    assertThat(rows.getFirst()).startsWith("Анна Ветрова", "2");
  }

  @Test
  void whatARuleOfAnotherAudienceAsksForStandsNowhere() throws IOException {
    busy();
    PublishedPages pages = publish("finance");
    assertThat(pages.rows(CSV.formatted("acts")))
        .extracting(row -> row.get(0) + "|" + row.get(2))
        .containsExactly("Анна Ветрова|Сделка 7", "Без ответственного|Документ D-1");
    assertThat(pages.text("act-today.ru.html"))
        .doesNotContain("Не заплатили в срок", ">I-1", "Счёт I", "W-1<", "Борис Лугов");
  }

  @Test
  void whereNothingIsToBeDoneItSaysSoAndShowsNoEmptyTables() throws IOException {
    add(deal("7", "2026-11-19").stage("new").owner("1"));
    String page = publish("managers").text("act-today.ru.html");
    assertThat(page)
        .contains("К концу 20\u00a0ноября всё сделано вовремя")
        .doesNotContain("<table", "<figure", "class=\"headline\"");
  }

  @Test
  void whatComesFromOutsideDoesNoHarm() throws IOException {
    add(deal("=cmd|' /C calc'!A0", "2026-11-01").stage("offer").owner(EVIL).field("phone", "1"));
    PublishedPages pages = publish("managers");
    assertThat(pages.text("act-today.ru.html"))
        .doesNotContain(EVIL)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(pages.text(CSV.formatted("acts"))).doesNotContain("\n=", ",=", "\"=");
  }

  private void busy() {
    add(deal("7", "2026-11-05").stage("offer").owner("1").amount(new BigDecimal("500")));
    add(deal("8", "2026-11-05").stage("new").owner("2").amount(new BigDecimal("900")));
    add(event("deal", "8", Kind.MOVED, "2026-11-10").stage("bill").field("phone", "1"));
    add(event("deal", "8", Kind.CHANGED, "2026-11-11").field("budget", "9"));
    add(event("deal", "7", Kind.CHANGED, "2026-11-06").field("budget", "9"));
    add(
        event("invoice", "I-1", Kind.CREATED, "2026-11-07")
            .amount(new BigDecimal("100"))
            .parent(new ItemRef("deal", "9")));
    add(deal("9", "2026-11-05").stage("won").owner("1").field("phone", "1").field("budget", "1"));
    add(event("invoice", "I-1", Kind.PAID, "2026-11-08").amount(new BigDecimal("40")));
    add(event("document", "D-1", Kind.CREATED, "2026-11-02").stage("new"));
    add(
        event("payroll", "W-1", Kind.CREATED, "2026-11-10")
            .owner("1")
            .amount(new BigDecimal("777")));
  }

  private static ChangeEventBuilder deal(String id, String day) {
    return event("deal", id, Kind.CREATED, day);
  }

  private static ChangeEventBuilder event(String type, String id, Kind kind, String day) {
    Instant at = Instant.parse(day + "T09:00:00Z");
    return ChangeEvent.of("romashka", SourceKind.BITRIX24, Via.HOOK, new ItemRef(type, id), kind)
        .occurredAt(at)
        .receivedAt(at);
  }

  private void add(ChangeEventBuilder event) {
    events.add(event.seq(events.size()).build());
  }

  private PublishedPages publish(String invoices) throws IOException {
    return PublishedPages.of(folder, BUSINESS.replace("INVOICES", invoices), events, "2026-11-20");
  }
}
