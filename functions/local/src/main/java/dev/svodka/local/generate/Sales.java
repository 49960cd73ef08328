package dev.svodka.local.generate;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A deal, its tasks, and the invoices and payments that it leads to. */
final class Sales {
  private static final String PIPELINE = "3177727";
  private static final List<String> STAGES =
      List.of("32392156", "32392159", "32392162", "32392165");
  private static final List<Double> GOES_ON = List.of(0.78, 0.72, 0.8, 0.83);
  private static final List<Duration> TAKES =
      List.of(
          Duration.ofHours(5), Duration.ofHours(50), Duration.ofHours(90), Duration.ofHours(40));
  private static final String WON = "142";
  private static final String LOST = "143";
  private static final double DROPPED_SILENTLY = 0.25;
  private static final double SENT_BACK = 0.08;
  private static final List<String> REASONS =
      List.of("Дорого", "Нет бюджета", "Выбрали других", "Не отвечает", "Спам");
  private static final List<String> SOURCES = List.of("Сайт", "Звонок", "Рекомендация", "Выставка");
  private static final int CUSTOMERS = 4_000;
  private static final long KOPECKS = 100;

  private final Story story;
  private final Story.Telling telling;
  private final Chance chance;
  private final String customer;
  private final String currency;
  private final BigDecimal amount;

  private Sales(Story.Telling telling, String id, Instant begin) {
    this.telling = telling;
    this.chance = telling.chance();
    this.story = new Story(telling, new ItemRef("deal", id), null, PIPELINE, begin);
    int number = chance.below(CUSTOMERS);
    this.customer = Long.toString(7_700_000_000L + number);
    this.currency = chance.of(0.12) ? "USD" : "RUB";
    this.amount =
        BigDecimal.valueOf(chance.around(Duration.ofHours(25), 0.9).toSeconds() * KOPECKS, 2);
  }

  /** Tells a deal and all that hangs on it; returns how many items were begun. */
  static int tell(Story.Telling telling, String id, Instant begin) {
    return new Sales(telling, id, begin).run();
  }

  private int run() {
    story.field("source", chance.oneOf(SOURCES));
    story.field("inn", customer);
    story.field("company", "Клиент " + customer);
    story.tell(
        story
            .event(Kind.CREATED)
            .stage("32392153")
            .amount(amount)
            .currency(currency)
            .customer(customer, "Клиент " + customer));
    int items = 1;
    for (int i = 0; i < STAGES.size(); i++) {
      story.wait(TAKES.get(i), 0.9);
      if (!chance.of(GOES_ON.get(i))) {
        lose();
        return items;
      }
      enter(i);
      items += task();
      if (i > 0 && chance.of(SENT_BACK)) {
        story.wait(Duration.ofHours(8), 0.6);
        enter(i - 1);
        story.wait(Duration.ofHours(20), 0.6);
        enter(i);
      }
    }
    items += Invoices.tell(telling, story, customer, amount, currency);
    story.wait(Duration.ofDays(5), 0.7);
    if (chance.of(0.85)) {
      story.moveTo(WON);
    } else {
      lose();
    }
    return items;
  }

  private void enter(int stage) {
    if (chance.of(0.9)) {
      story.field("phone", "1");
    }
    if (chance.of(0.8)) {
      story.field("budget", amount.toPlainString());
    }
    story.moveTo(STAGES.get(stage));
    while (chance.of(0.45)) {
      story.wait(Duration.ofHours(9), 0.8);
      story.tell(story.event(Kind.CONTACTED));
    }
  }

  private void lose() {
    if (!chance.of(DROPPED_SILENTLY)) {
      story.field("loss_reason", chance.oneOf(REASONS));
      story.moveTo(LOST);
    }
    if (chance.of(0.02)) {
      story.wait(Duration.ofDays(3), 0.5);
      story.tell(story.event(Kind.DELETED));
      if (chance.of(0.3)) {
        story.wait(Duration.ofDays(1), 0.5);
        story.tell(story.event(Kind.RESTORED).stage(STAGES.getFirst()));
      }
    }
  }

  private int task() {
    if (!chance.of(0.55)) {
      return 0;
    }
    Story task =
        new Story(
            telling,
            new ItemRef("task", story.item().id() + "-" + story.now().getEpochSecond()),
            story.item(),
            null,
            story.now());
    task.wait(Duration.ofMinutes(12), 1.0);
    if (task.over()) {
      return 0;
    }
    Instant due = OfficeHours.after(task.now(), Duration.ofHours(26), chance);
    task.tell(task.event(Kind.CREATED).stage("open").dueAt(due));
    task.wait(Duration.ofHours(18), 0.9);
    if (chance.of(0.9)) {
      task.moveTo("done");
    }
    return 1;
  }
}
