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
import org.jspecify.annotations.Nullable;

/**
 * Deals, their invoices, money, tasks and calls: money comes early, late, too much and from
 * nowhere, deadlines move, and everything vanishes and comes back.
 */
final class RandomBooks {
  static final String BUSINESS =
      """
      account: test
      time-zone: America/St_Johns
      currency: CAD
      processes:
        sales:
          items: {type: deal}
          milestones:
            created: {created: true}
            offered: {stage: [B]}
            agreed: {stage: [C]}
            won: {stage: [W]}
            lost: {stage: [L]}
          funnel: [created, offered, agreed, won]
          success: [won]
          failure: [lost]
          required-fields: {offered: [phone], won: [inn], lost: [phone]}
          contact-every: {while: {stage: [B, C]}, at-most: 2 days}
          tasks-after: {milestone: offered, within: 20 hours}
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones:
            issued: {created: true}
            shipped: {stage: [Shipped]}
            paid: {paid-in-full: true}
            void: {stage: [Void]}
          failure: [void]
          parent: {process: sales, milestone: agreed}
          issue-target: 1 day
          terms: 10 days
          debt-from: shipped
          ageing: [5, 10, 20]
        tasks:
          items: {type: task}
          milestones: {set: {created: true}, done: {stage: [Done]}, dropped: {stage: [Dropped]}}
          success: [done]
          failure: [dropped]
          deadline: {due: {told: true}, done: done, by: date}
        calls:
          items: {type: call}
          milestones: {set: {created: true}, done: {stage: [Done]}, dropped: {stage: [Dropped]}}
          success: [done]
          failure: [dropped]
          deadline: {due: {told: true}, done: done, by: timestamp}
      """;

  private static final long HOUR = 3_600_000;
  private static final List<String> OWNERS = List.of("ann", "bob", "eve", "");
  private static final List<Integer> SUMS = List.of(40, 100, 60, 100, 250);

  private final SplittableRandom random;
  private final String mark;
  private final long first;
  private final List<ChangeEvent> events = new ArrayList<>();

  private RandomBooks(long seed, String mark, Instant first) {
    this.random = new SplittableRandom(seed);
    this.mark = mark;
    this.first = first.toEpochMilli();
  }

  static List<ChangeEvent> events(long seed, int items) {
    return events(seed, items, "", Instant.parse("2026-01-10T00:00:00Z"), 1400);
  }

  /**
   * @param mark what the items' ids begin with
   * @param hours within which items begin
   */
  static List<ChangeEvent> events(long seed, int items, String mark, Instant first, int hours) {
    RandomBooks books = new RandomBooks(seed, mark, first);
    for (int item = 0; item < items; item++) {
      long moment = books.first + HOUR * books.random.nextInt(hours);
      switch (item % 8) {
        case 0, 1 -> books.deal("d" + item, moment);
        case 2, 3, 4 -> books.invoice("i" + item, moment);
        case 5 -> books.money("p" + item, moment);
        default -> books.work(item % 16 == 15 ? "call" : "task", "t" + item, moment);
      }
    }
    return List.copyOf(books.events);
  }

  private void deal(String id, long begun) {
    ItemRef deal = item("deal", id);
    long moment = begun;
    add(
        begin(deal, moment)
            .stage(pick("A", "A", "B", "C"))
            .owner(pick(OWNERS))
            .field("phone", pick("1", "")));
    for (int step = random.nextInt(9); step > 0; step--) {
      moment = later(moment);
      add(
          switch (random.nextInt(9)) {
            case 0 -> event(deal, Kind.DELETED, moment);
            case 1 -> event(deal, Kind.RESTORED, moment);
            case 2 -> event(deal, Kind.ASSIGNED, moment).owner(pick(OWNERS));
            case 3 -> event(deal, Kind.CONTACTED, moment);
            case 4 ->
                event(deal, Kind.CHANGED, moment).field(pick("phone", "inn"), pick("1", "2", ""));
            default ->
                event(deal, Kind.MOVED, moment).stage(pick("A", "B", "B", "C", "C", "W", "L"));
          });
    }
  }

  private void invoice(String id, long begun) {
    ItemRef invoice = item("invoice", id);
    String currency = pick("CAD", "CAD", "USD");
    boolean told = random.nextInt(3) > 0;
    long moment = begun;
    if (!told && random.nextInt(2) == 0) {
      add(event(invoice, Kind.PAID, moment).amount(sum()).currency(currency));
      moment = later(moment);
      add(event(invoice, Kind.CREATED, moment).amount(sum()).currency(currency).stage("New"));
    } else {
      add(
          begin(invoice, moment)
              .amount(sum())
              .currency(currency)
              .stage(pick("New", "New", "Shipped"))
              .owner(pick(OWNERS))
              .parent(random.nextInt(3) > 0 ? anyDeal() : null)
              .dueAt(told ? due(moment) : null));
    }
    for (int step = random.nextInt(8); step > 0; step--) {
      moment = later(moment);
      add(
          switch (random.nextInt(14)) {
            case 0 -> event(invoice, Kind.DELETED, moment);
            case 1 -> event(invoice, Kind.RESTORED, moment);
            case 2 -> event(invoice, Kind.MOVED, moment).stage(pick("New", "Void"));
            case 3 -> event(invoice, Kind.MOVED, moment).stage("Shipped");
            case 4 -> event(invoice, Kind.CHANGED, moment).amount(sum());
            case 5 -> event(invoice, Kind.ASSIGNED, moment).owner(pick(OWNERS));
            case 6 -> event(invoice, Kind.CHANGED, moment).dueAt(told ? due(moment) : null);
            case 7 -> told ? noDue(invoice, moment) : event(invoice, Kind.CONTACTED, moment);
            default ->
                event(invoice, Kind.PAID, moment)
                    .amount(sum())
                    .currency(pick(currency, currency, currency, currency, "USD"));
          });
    }
  }

  private void money(String id, long begun) {
    @Nullable ItemRef parent =
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> anyDeal();
          default -> item("invoice", "i" + (8 * random.nextInt(5) + 2 + random.nextInt(3)));
        };
    add(
        event(item("payment", id), Kind.PAID, begun + HOUR * random.nextInt(600))
            .amount(sum())
            .currency(parent != null || random.nextInt(3) > 0 ? pick("CAD", "USD") : null)
            .owner(pick(OWNERS))
            .parent(parent));
  }

  private void work(String type, String id, long begun) {
    ItemRef work = item(type, id);
    long moment = begun;
    add(
        begin(work, moment)
            .stage("Open")
            .owner(pick(OWNERS))
            .parent(random.nextInt(4) > 0 ? anyDeal() : null)
            .dueAt(random.nextInt(5) > 0 ? due(moment) : null));
    for (int step = random.nextInt(7); step > 0; step--) {
      moment = later(moment);
      add(
          switch (random.nextInt(10)) {
            case 0 -> event(work, Kind.DELETED, moment);
            case 1 -> event(work, Kind.RESTORED, moment);
            case 2, 3 -> event(work, Kind.CHANGED, moment).dueAt(due(moment));
            case 4 -> noDue(work, moment);
            case 5 -> event(work, Kind.ASSIGNED, moment).owner(pick(OWNERS));
            default ->
                event(work, Kind.MOVED, moment).stage(pick("Open", "Done", "Done", "Dropped"));
          });
    }
  }

  /** The creation, or what is seen of an item whose creation nobody tells. */
  private ChangeEventBuilder begin(ItemRef item, long moment) {
    return event(item, random.nextInt(8) > 0 ? Kind.CREATED : Kind.CHANGED, moment);
  }

  private ChangeEventBuilder event(ItemRef item, Kind kind, long moment) {
    return ChangeEvent.of("test", SourceKind.AMOCRM, Via.HOOK, item, kind)
        .occurredAt(Instant.ofEpochMilli(moment))
        .seq(events.size());
  }

  private ChangeEventBuilder noDue(ItemRef item, long moment) {
    return event(item, Kind.CHANGED, moment).field("due_at", "");
  }

  private void add(ChangeEventBuilder event) {
    events.add(event.build());
  }

  private ItemRef anyDeal() {
    return item("deal", "d" + (8 * random.nextInt(5) + random.nextInt(2)));
  }

  private ItemRef item(String type, String id) {
    return new ItemRef(type, mark + id);
  }

  private long later(long moment) {
    return moment + HOUR * random.nextInt(4) * random.nextInt(80);
  }

  /** Mostly within days, at times over already; hours apart so that moves within a day are seen. */
  private Instant due(long moment) {
    return Instant.ofEpochMilli(moment - 48 * HOUR + 6 * HOUR * random.nextInt(50));
  }

  private BigDecimal sum() {
    BigDecimal sum = BigDecimal.valueOf(SUMS.get(random.nextInt(SUMS.size()))).setScale(2);
    return random.nextInt(8) > 0 ? sum : sum.subtract(new BigDecimal("0.01"));
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
