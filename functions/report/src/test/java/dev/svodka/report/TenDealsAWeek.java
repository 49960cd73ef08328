package dev.svodka.report;

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

/** Ten deals a week for sixteen weeks, four won, six lost, and three that stand since the first. */
final class TenDealsAWeek {
  private static final Instant FIRST = Instant.parse("2026-08-03T07:00:00Z");
  private static final int WEEKS = 16;

  static final String BUSINESS =
      """
      account: romashka
      name: Ромашка
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      working-time: {calendar: none, hours: "09:00-18:00"}
      owners: {"1": Анна Ветрова}
      sources:
        - {id: amo, kind: amocrm, subdomain: romashka, account-id: 12345678, secret: ssm:/a, token: ssm:/b}
      processes:
        sales:
          title: {ru: Продажи, en: Sales}
          items: {type: deal, pipeline: ["1"]}
          milestones:
            created:   {created: true}
            qualified: {stage: [talk]}
            won:       {stage: ["142"]}
            lost:      {stage: ["143"]}
          funnel: [created, qualified, won]
          within: 30 days
          success: [won]
          failure: [lost]
          failure-reason: {field: loss_reason}
          failure-excludes: {loss_reason: [Спам]}
          audience: [managers]
      goals:
        - {kpi: created, process: sales, month: 2026-11, value: 40}
        - {kpi: succeeded, process: sales, month: 2026-11, value: 40}
      """;

  private TenDealsAWeek() {}

  /** As of the end of the last week. */
  static PublishedPages publish(Path folder, String business) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    for (int deal = 0; deal < WEEKS * 10; deal++) {
      life(deal, events);
    }
    for (int deal = 9000; deal < 9003; deal++) {
      Instant created = FIRST.plusSeconds(deal);
      events.add(event(deal, Kind.CREATED, "new", created).amount(new BigDecimal(70_000)).build());
      events.add(event(deal, Kind.MOVED, "talk", created.plusSeconds(60)).build());
    }
    return PublishedPages.of(folder, business, events, "2026-11-22");
  }

  /** Of the six that are lost three are too dear and two are spam; of the last nobody says why. */
  private static void life(int deal, List<ChangeEvent> events) {
    int kind = deal % 10;
    Instant created = FIRST.plus(Duration.ofDays(7L * (deal / 10))).plusSeconds(kind);
    events.add(event(deal, Kind.CREATED, "new", created).amount(new BigDecimal(1_000)).build());
    if (kind < 9) {
      events.add(event(deal, Kind.MOVED, "talk", created.plus(Duration.ofHours(5))).build());
    }
    ChangeEventBuilder end =
        event(
            deal,
            Kind.MOVED,
            kind < 4 ? "142" : "143",
            created.plus(Duration.ofDays(kind < 4 ? 3 : 4)));
    if (kind >= 4 && kind < 9) {
      end.field("loss_reason", kind < 7 ? "Дорого" : "Спам");
    }
    events.add(end.build());
  }

  private static ChangeEventBuilder event(int deal, Kind kind, String stage, Instant at) {
    return ChangeEvent.of(
            "romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", "" + deal), kind)
        .pipeline("1")
        .stage(stage)
        .owner("1")
        .currency("RUB")
        .occurredAt(at)
        .receivedAt(at)
        .seq(deal);
  }
}
