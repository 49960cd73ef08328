package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Deals that wander, change hands, vanish and come back, at moments that often coincide. */
final class RandomCompany {
  static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Amsterdam
      currency: EUR
      processes:
        sales:
          items: {type: deal, pipeline: [P1]}
          milestones:
            created: {created: true}
            offered: {stage: [B]}
            agreed: {stage: [C]}
            won: {stage: [W]}
            lost: {stage: [L]}
          funnel: [created, offered, agreed, won]
          within: 10 days
          success: [won]
          failure: [lost]
          group-by: [origin]
          failure-reason: {field: reason}
          rework: {base: offered, stages: [A, C]}
          intervals:
            cycle: {from: created, to: won, target: 7 days}
            answer: {from: offered, to: agreed, target: 2 days}
      """;

  private static final List<String> STAGES = List.of("A", "B", "C", "W", "L");
  private static final List<String> OWNERS = List.of("ann", "bob", "eve", "");
  private static final List<String> REASONS = List.of("price", "time", "");
  private static final long FIRST = Instant.parse("2026-02-20T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  private RandomCompany() {}

  static List<ChangeEvent> events(long seed, int items) {
    return events(seed, items, "", Instant.ofEpochMilli(FIRST));
  }

  /**
   * @param mark what the items' ids begin with
   */
  static List<ChangeEvent> events(long seed, int items, String mark, Instant first) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ChangeEvent> events = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      ItemRef deal = new ItemRef("deal", mark + "d" + item);
      long moment = first.toEpochMilli() + HOUR * random.nextInt(800);
      if (random.nextInt(8) > 0) {
        events.add(
            event(deal, Kind.CREATED, moment, events.size())
                .stage(random.nextInt(6) > 0 ? "A" : null)
                .pipeline(random.nextInt(10) > 0 ? "P1" : "P2")
                .owner(pick(random, OWNERS))
                .field("origin", random.nextBoolean() ? "site" : "call")
                .build());
      }
      int steps = random.nextInt(9);
      for (int step = 0; step < steps; step++) {
        moment += HOUR * random.nextInt(4) * random.nextInt(40);
        events.add(step(random, deal, moment, events.size()));
      }
    }
    return events;
  }

  private static ChangeEvent step(SplittableRandom random, ItemRef deal, long moment, long seq) {
    return switch (random.nextInt(12)) {
      case 0 -> event(deal, Kind.DELETED, moment, seq).build();
      case 1 -> event(deal, Kind.RESTORED, moment, seq).build();
      case 2 -> event(deal, Kind.ASSIGNED, moment, seq).owner(pick(random, OWNERS)).build();
      case 3 ->
          event(deal, Kind.CHANGED, moment, seq)
              .amount(new BigDecimal("12.50"))
              .field("reason", pick(random, REASONS))
              .build();
      case 4 -> event(deal, Kind.CHANGED, moment, seq).stage(pick(random, STAGES)).build();
      case 5 ->
          event(deal, Kind.MOVED, moment, seq)
              .stage(pick(random, STAGES))
              .pipeline(random.nextInt(3) > 0 ? "P1" : "P2")
              .build();
      default -> event(deal, Kind.MOVED, moment, seq).stage(pick(random, STAGES)).build();
    };
  }

  private static ChangeEventBuilder event(ItemRef deal, Kind kind, long moment, long seq) {
    return ChangeEvent.of("test", SourceKind.AMOCRM, Via.HOOK, deal, kind)
        .occurredAt(Instant.ofEpochMilli(moment))
        .seq(seq);
  }

  private static String pick(SplittableRandom random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
