package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page about approvals with the real engine: forty papers, of which every fifth is sent back
 * once, every tenth is refused, and the last eight are still open.
 */
class ApprovalsTest {
  private static final Instant FIRST = Instant.parse("2026-09-07T06:00:00Z");
  private static final int PAPERS = 40;
  private static final int OPEN = 8;
  private static final String CSV = "approvals/papers-%s.ru.csv";
  private static final String BUSINESS =
      """
      account: romashka
      name: Ромашка
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      working-time: {calendar: none, hours: "09:00-18:00"}
      owners: {"1": Анна Ветрова, "2": Борис Лугов}
      sources:
        - {id: bx, kind: bitrix24, domain: romashka.bitrix24.ru, secret: ssm:/a, token: ssm:/b}
      processes:
        papers:
          title: {ru: Согласование бумаг, en: Papers}
          kind: approval
          items: {type: quote}
          milestones:
            submitted: {stage: [wait]}
            approved:  {stage: [yes]}
            rejected:  {stage: [no]}
          success: [approved]
          failure: [rejected]
          rework: {base: submitted, stages: [back]}
          intervals: {to_approve: {from: submitted, to: approved, target: 2 working days}}
          contact-every: {while: {stage: [wait]}, at-most: 2 working days}
      """;

  @TempDir private Path folder;

  @Test
  void theCurveFallsToTheMedianOfTheFigures() throws IOException {
    PublishedPages pages = publish();
    BigDecimal median =
        new BigDecimal(
            pages
                .figure("interval_km_median", "papers", "to_approve", "all", "elapsed")
                .orElseThrow());
    List<List<String>> curve = pages.rows(CSV.formatted("curve"));
    List<String> half =
        curve.stream()
            .filter(step -> new BigDecimal(step.get(1)).doubleValue() <= 0.500000001)
            .findFirst()
            .orElseThrow();
    assertThat(new BigDecimal(half.getFirst()).doubleValue())
        .isCloseTo(median.doubleValue(), org.assertj.core.api.Assertions.within(1e-6));
    long censored = curve.stream().mapToLong(step -> Long.parseLong(step.get(2))).sum();
    long refused = PAPERS / 10 - 1;
    assertThat(censored).isEqualTo(OPEN + refused);
    assertThat(pages.text("approvals.ru.html"))
        .contains("половина — ", "Медиана с учётом открытых", "Медиана завершённых")
        .contains("К концу 22\u00a0ноября на согласовании 8 записей.");
  }

  @Test
  void theOpenOnesByAgeAreAsManyAsTheFigures() throws IOException {
    PublishedPages pages = publish();
    List<List<String>> ages = pages.rows(CSV.formatted("ages"));
    assertThat(ages.stream().mapToLong(row -> Long.parseLong(row.get(1))).sum())
        .isEqualTo(number(pages, "interval_open", "to_approve", "elapsed"))
        .isEqualTo(OPEN);
    assertThat(ages.stream().mapToLong(row -> Long.parseLong(row.get(2))).sum())
        .isEqualTo(number(pages, "interval_overdue_open", "to_approve", ""));
    assertThat(pages.text("approvals.ru.html")).contains("Ещё открыты 8, из них дольше срока — ");
  }

  @Test
  void itSaysAtWhomItWaitsAndWhatNobodyFollows() throws IOException {
    PublishedPages pages = publish();
    assertThat(pages.rows(CSV.formatted("people")))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .contains("Анна Ветрова Подано", "Борис Лугов Подано");
    List<List<String>> stalled = pages.rows(CSV.formatted("stalled"));
    assertThat(stalled)
        .hasSize((int) number(pages, "uncontacted_open", "", ""))
        .first()
        .satisfies(
            row ->
                assertThat(row)
                    .startsWith(
                        "32", "https://romashka.bitrix24.ru/crm/quote/details/32/", "Подано"));
    assertThat(pages.text("approvals.ru.html"))
        .contains("Без контакта дольше положенного — ", "Больше всего времени уходит здесь: ");
  }

  @Test
  void roundsAndFirstPassStandOnTopWithTheirBase() throws IOException {
    PublishedPages pages = publish();
    assertThat(pages.figure("first_pass_rate", "papers", "", "all", "").orElseThrow())
        .isEqualTo("0.8125");
    assertThat(pages.text("approvals.ru.html"))
        .contains(">81\u202f%<", "26 из 32 · за всё время")
        .contains(">1,20<", "\u00a040 · за всё время");
    assertThat(pages.text("approvals.en.html")).contains("First pass", "Rounds on average");
  }

  private static long number(PublishedPages pages, String kpi, String subject, String clock)
      throws IOException {
    return pages
        .figure(kpi, "papers", subject, "all", clock)
        .or(
            () -> {
              try {
                return pages.figure(kpi, "papers", subject, "all", "");
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .map(Long::parseLong)
        .orElseThrow();
  }

  private PublishedPages publish() throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    for (int paper = 0; paper < PAPERS; paper++) {
      Instant at = FIRST.plus(Duration.ofHours(36L * paper)).plus(Duration.ofMinutes(7L * paper));
      events.add(event(paper, Kind.CREATED, "new", at));
      at = at.plus(Duration.ofHours(1));
      events.add(event(paper, Kind.MOVED, "wait", at));
      if (paper % 5 == 3) {
        at = at.plus(Duration.ofHours(20 + paper));
        events.add(event(paper, Kind.MOVED, "back", at));
        at = at.plus(Duration.ofHours(3));
        events.add(event(paper, Kind.MOVED, "wait", at));
      }
      if (paper < PAPERS - OPEN) {
        String end = paper % 10 == 9 ? "no" : "yes";
        events.add(
            event(paper, Kind.MOVED, end, at.plus(Duration.ofHours(10 + 3L * (paper % 13)))));
      }
    }
    return PublishedPages.of(folder, BUSINESS, events, "2026-11-22");
  }

  private static ChangeEvent event(int paper, Kind kind, String stage, Instant at) {
    return ChangeEvent.of(
            "romashka", SourceKind.BITRIX24, Via.HOOK, new ItemRef("quote", "" + paper), kind)
        .stage(stage)
        .owner("" + (1 + paper % 2))
        .occurredAt(at)
        .receivedAt(at)
        .seq(paper)
        .build();
  }
}
