package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.report.figure.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One row a process, with the real engine: sixteen weeks of deals, tasks and a process without
 * terms.
 */
class AllProcessesTest {
  private static final Instant FIRST = Instant.parse("2026-08-03T07:00:00Z");
  private static final int WEEKS = 16;
  private static final String PAGE = "all-processes.ru.html";
  private static final String BUSINESS =
      """
      account: romashka
      name: Ромашка
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      working-time: {calendar: none, hours: "09:00-18:00"}
      processes:
        orders:
          title: {ru: Заказы, en: Orders}
          items: {type: order}
          milestones: {created: {created: true}, done: {stage: [done]}}
          success: [done]
        sales:
          title: {ru: Продажи, en: Sales}
          items: {type: deal}
          milestones:
            created:   {created: true}
            qualified: {stage: [talk]}
            won:       {stage: [won]}
            lost:      {stage: [lost]}
          funnel: [created, qualified, won]
          success: [won]
          failure: [lost]
          intervals:
            to_talk:  {from: created, to: qualified, target: 6 hours}
            to_money: {from: qualified, to: won, target: 2 days}
        tasks:
          title: {ru: Задачи, en: Tasks}
          items: {type: task}
          milestones: {set: {created: true}, done: {stage: [done]}}
          success: [done]
          deadline: {due: {after: set, within: 2 days}, done: done, by: timestamp}
          audience: [hr]
        papers:
          title: {ru: Бумаги, en: Papers}
          items: {type: document}
          milestones: {made: {created: true}, signed: {stage: [signed]}}
          success: [signed]
      """;

  @TempDir private Path folder;

  @Test
  void eachProcessHasARowWhoseFiguresAreThoseOfKpisJson() throws IOException {
    PublishedPages pages = publish();
    List<List<String>> rows = pages.rows("all-processes/company-processes.ru.csv");
    assertThat(rows)
        .extracting(List::getFirst)
        .containsExactly("Продажи", "Задачи", "Бумаги", "Заказы");
    List<String> sales = rows.getFirst();
    // of ten a week nine are talked to in five hours, the tenth is lost without; of the nine two
    // are won in time, two too late, and five are lost when their time is up: 11 of 19
    String share = share(pages, "2026-W47");
    assertThat(sales.subList(1, 3)).containsExactly("0.5789473684210527", share);
    assertThat(sales.subList(3, 5)).containsExactly("0.5789473684210527", share(pages, "2026-W46"));
    assertThat(sales.get(6))
        .isEqualTo(
            Integer.toString(
                number(pages, "interval_overdue_open", "sales", "to_talk", "all")
                    + number(pages, "interval_overdue_open", "sales", "to_money", "all")));
    assertThat(sales.get(7)).isEqualTo(pages.figure("open", "sales", "", "all", "").orElseThrow());
    assertThat(sales.get(8))
        .isEqualTo(
            pages.figure("interval_median", "sales", "to_talk", "90d", "elapsed").orElseThrow());
    List<String> tasks = rows.get(1);
    assertThat(tasks.get(2)).isEqualTo(of(pages, "on_time_rate", "tasks", "", "2026-W47"));
    assertThat(tasks.get(6))
        .isEqualTo(pages.figure("overdue_open", "tasks", "", "all", "").orElseThrow());
    List<String> papers = rows.get(2);
    assertThat(sales.get(7)).isEqualTo("0");
    assertThat(papers.get(7)).isNotEqualTo("0").isEqualTo(listed(pages, "papers-open"));
    assertThat(pages.files())
        .as("of nothing, and of a closed process, there is no list")
        .noneMatch(path -> path.matches(".*all-processes/items-(sales|tasks)-.*"));
  }

  private static String listed(PublishedPages pages, String list) {
    return Integer.toString(pages.rows("all-processes/items-%s.ru.csv".formatted(list)).size());
  }

  @Test
  void theLineOfThirteenWeeksIsThatOfTheCountsCreated() throws IOException {
    PublishedPages pages = publish();
    List<String> weeks = Period.parse("2026-W47").lastOnes(13).stream().map(Period::label).toList();
    assertThat(pages.text("all-processes/company-processes.ru.csv").lines().findFirst())
        .hasValueSatisfying(
            head -> weeks.forEach(week -> assertThat(head).contains("\"Создано, " + week + '"')));
    for (List<String> row : pages.rows("all-processes/company-processes.ru.csv").subList(0, 3)) {
      String process =
          row.getFirst().equals("Продажи")
              ? "sales"
              : row.getFirst().equals("Задачи") ? "tasks" : "papers";
      for (int i = 0; i < weeks.size(); i++) {
        assertThat(row.get(10 + i))
            .as("%s %s", process, weeks.get(i))
            .isEqualTo(pages.figure("created", process, "", weeks.get(i), "").orElse(""));
      }
    }
  }

  @Test
  void thePageSaysWhatIsMissingAndLeadsToTheChapters() throws IOException {
    PublishedPages pages = publish();
    assertThat(pages.text(PAGE))
        .contains("Неделя 16–22\u00a0ноября: в срок — ")
        .contains("срок не задан", "событий нет")
        .contains("<a href=\"weekly-conversion.ru.html#p-sales\">Продажи</a>")
        .doesNotContain("#p-tasks", "#p-papers", "terms_", "interval_");
    assertThat(pages.text("all-processes.en.html"))
        .contains("no deadline set", "no events yet", "Week of 16–22\u00a0Nov: ");
  }

  /**
   * Tasks are of the audience hr. An owner's own page is that owner's alone, and names nobody else.
   */
  @Test
  void ofAClosedProcessNoFileHasAmountsOwnersOrItems() throws IOException {
    String closed =
        BUSINESS
            .replace("currency: RUB\n", "currency: RUB\nowners: {\"1\": Тайная Персона}\n")
            .replace(
                "    deadline: {due: {after: set",
                "    funnel: [set, done]\n    deadline: {due: {after: set");
    PublishedPages pages = publish(closed);
    assertThat(pages.text("weekly-conversion.ru.html")).contains("id=\"p-tasks\"");
    assertThat(pages.files())
        .filteredOn(path -> !path.endsWith(".parquet") && !path.endsWith("kpis.json"))
        .filteredOn(path -> !path.contains("/owner/"))
        .filteredOn(path -> !path.endsWith(".png") && !path.endsWith(".xlsx"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            path ->
                assertThat(pages.at(path))
                    .doesNotContain("Персона", "7654", "7\u202f654", "task1"));
  }

  @Test
  void theKeptPageLeadsToTheNewestOnesOfTheOthers() throws IOException {
    PublishedPages pages = publish();
    assertThat(pages.kept("all-processes/2026-W47/" + PAGE))
        .contains("href=\"../../weekly-conversion.ru.html#p-sales\"");
  }

  private static String share(PublishedPages pages, String week) throws IOException {
    return (hits(pages, "to_talk", week, "numerator") + hits(pages, "to_money", week, "numerator"))
        + " из "
        + (hits(pages, "to_talk", week, "denominator")
            + hits(pages, "to_money", week, "denominator"));
  }

  private static int hits(PublishedPages pages, String interval, String week, String part)
      throws IOException {
    return pages
        .row("interval_on_target", "sales", interval, week, "")
        .orElseThrow()
        .get(part)
        .asInt();
  }

  private static String of(
      PublishedPages pages, String kpi, String process, String subject, String period)
      throws IOException {
    JsonNode row = pages.row(kpi, process, subject, period, "").orElseThrow();
    return row.get("numerator").asInt() + " из " + row.get("denominator").asInt();
  }

  private static int number(
      PublishedPages pages, String kpi, String process, String subject, String period)
      throws IOException {
    return Integer.parseInt(pages.figure(kpi, process, subject, period, "").orElseThrow());
  }

  private PublishedPages publish() throws IOException {
    return publish(BUSINESS);
  }

  private PublishedPages publish(String business) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    for (int i = 0; i < WEEKS * 10; i++) {
      Instant created = FIRST.plus(Duration.ofDays(7L * (i / 10))).plusSeconds(i % 10);
      deal(i, created, events);
      task(i, created, events);
      events.add(event("document", i, Kind.CREATED, "new", created).build());
    }
    return PublishedPages.of(folder, business, events, "2026-11-22");
  }

  private static void deal(int i, Instant created, List<ChangeEvent> events) {
    int kind = i % 10;
    events.add(
        event("deal", i, Kind.CREATED, "new", created).amount(new BigDecimal(1_000)).build());
    if (kind < 9) {
      events.add(event("deal", i, Kind.MOVED, "talk", created.plus(Duration.ofHours(5))).build());
    }
    Duration taken = Duration.ofDays(kind < 2 ? 1 : 4);
    events.add(
        event("deal", i, Kind.MOVED, kind < 4 ? "won" : "lost", created.plus(taken)).build());
  }

  /** One of ten is never done. */
  private static void task(int i, Instant created, List<ChangeEvent> events) {
    events.add(
        event("task", i, Kind.CREATED, "new", created)
            .owner("1")
            .amount(new BigDecimal(7_654))
            .build());
    if (i % 10 > 0) {
      Duration taken = Duration.ofDays(i % 10 < 4 ? 1 : 3);
      events.add(event("task", i, Kind.MOVED, "done", created.plus(taken)).build());
    }
  }

  private static ChangeEventBuilder event(
      String type, int id, Kind kind, String stage, Instant at) {
    return ChangeEvent.of("romashka", SourceKind.CSV, Via.FILE, new ItemRef(type, type + id), kind)
        .stage(stage)
        .currency("RUB")
        .occurredAt(at)
        .receivedAt(at)
        .seq(id);
  }
}
