package dev.svodka.local.sample;

import static dev.svodka.local.sample.Romashka.INVOICED;
import static dev.svodka.local.sample.Romashka.LOST;
import static dev.svodka.local.sample.Romashka.PROPOSAL;
import static dev.svodka.local.sample.Romashka.QUALIFIED;
import static dev.svodka.local.sample.Romashka.TERMS;
import static dev.svodka.local.sample.Romashka.WON;

import dev.svodka.local.sample.Romashka.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** What happens to one lead, hook by hook, from its creation to its end or the sample's. */
final class DealLife {
  private static final int DAY = 9 * 60;
  private static final DateTimeFormatter TASK_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Romashka.ZONE);

  /** A step forward: its stage, the chance that a lead takes it, and its usual working days. */
  private record Step(int stage, double chance, double days) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(QUALIFIED, 0.72, 0.8),
          new Step(PROPOSAL, 0.80, 1.6),
          new Step(TERMS, 0.82, 2.2),
          new Step(INVOICED, 0.80, 2.0),
          new Step(WON, 0.86, 3.0));

  private final Deal deal;
  private final Random random;
  private final Delivery delivery;
  private Instant now;

  DealLife(Deal deal, Random random, Delivery delivery) {
    this.deal = deal;
    this.random = random;
    this.delivery = delivery;
    this.now = deal.created;
  }

  void live() {
    deal.custom.put(Romashka.SOURCE, pick(Romashka.SOURCES));
    if (chance(0.85)) {
      deal.custom.put(
          Romashka.PHONE, "+7 900 000-%02d-%02d".formatted(deal.id / 100 % 100, deal.id % 100));
    }
    send(deal.form("add", now, Romashka.ROBOT));
    if (chance(0.04)) {
      delete();
      return;
    }
    for (Step step : STEPS) {
      handOver();
      boolean forward = chance(step.chance() + deal.owner.skill());
      if (!forward && chance(0.12)) {
        return; // forgotten: it stands where it stands
      }
      pause(step.days() * (forward ? 1 : 1.8));
      contact();
      if (!forward) {
        lose();
        return;
      }
      advance(step.stage());
    }
  }

  private void advance(int stage) {
    if (stage == TERMS && chance(0.15)) {
      return; // agreed at once: the stage is skipped
    }
    if (stage == QUALIFIED) {
      qualify();
    }
    move(stage);
    if (stage == QUALIFIED) {
      task();
    }
    if (stage == TERMS && chance(0.2)) {
      pause(1.5);
      move(PROPOSAL);
      pause(1.2);
      move(TERMS);
    }
    if (stage == INVOICED) {
      invoice();
    }
  }

  private void qualify() {
    deal.price = Math.round(Math.exp(11.6 + 0.7 * random.nextGaussian()) / 500) * 500;
    if (chance(0.9)) {
      deal.custom.put(Romashka.BUDGET, Long.toString(deal.price));
    }
    if (chance(0.8)) {
      int company = random.nextInt(60);
      deal.custom.put(Romashka.INN, "77000%05d".formatted(10_000 + company * 37));
      deal.custom.put(Romashka.COMPANY, "ООО «Луг-" + (company + 1) + "»");
    }
  }

  private void move(int stage) {
    if (now.isAfter(Romashka.END)) {
      return;
    }
    int before = deal.stage;
    deal.stage = stage;
    send(deal.form("status", now, deal.owner.id()).put("old_status_id", before));
    if (stage == QUALIFIED || stage == LOST) {
      send(deal.form("update", now, deal.owner.id())); // fields were filled in with the same click
    }
  }

  private void lose() {
    if (deal.stage == QUALIFIED && chance(0.12)) {
      int before = deal.stage;
      deal.pipeline = Romashka.SERVICE;
      deal.stage = Romashka.SERVICE_NEW;
      send(
          deal.form("status", now, deal.owner.id())
              .put("old_status_id", before)
              .put("old_pipeline_id", Romashka.SALES));
      return;
    }
    deal.custom.put(Romashka.REASON, pick(Romashka.REASONS));
    move(LOST);
    if (chance(0.06)) {
      pause(6);
      deal.custom.remove(Romashka.REASON);
      move(QUALIFIED);
    }
  }

  private void delete() {
    pause(1);
    delivery.send(now, Form.of("leads", "delete").put("id", deal.id).put("type", "lead").end());
    if (chance(0.4)) {
      pause(0.3);
      send(deal.form("restore", now, deal.owner.id()));
    }
  }

  private void handOver() {
    if (!chance(0.05)) {
      return;
    }
    pause(0.2);
    Seller before = deal.owner;
    deal.owner = pick(Romashka.SELLERS);
    if (deal.owner.id() != before.id()) {
      send(deal.form("responsible", now, 504140).put("old_responsible_user_id", before.id()));
    }
  }

  private void contact() {
    if (chance(0.55)) {
      Form note = Form.of("leads", "note");
      note.inside("note")
          .put("id", 60_000_000 + deal.id % 100_000 * 10 + random.nextInt(10))
          .put("note_type", 10)
          .put("element_id", deal.id)
          .put("element_type", 2)
          .put("text", "Звонок")
          .put("created_by", deal.owner.id())
          .put("date_create", TASK_TIME.format(now));
      send(note);
    }
  }

  private void task() {
    if (!chance(0.7)) {
      return;
    }
    int id = 11_000_000 + deal.id % 1_000_000;
    Instant set = now.plusSeconds(60L * (2 + random.nextInt(50)));
    Instant due = Romashka.after(now, 2 * DAY);
    delivery.send(set, task("add", id, set, set, due, 0).end());
    Instant done = Romashka.after(now, Math.round(DAY * (0.4 + 2.2 * random.nextDouble())));
    if (chance(0.9)) {
      delivery.send(done, task("update", id, set, done, due, 1).end());
    }
  }

  private Form task(String action, int id, Instant set, Instant changed, Instant due, int status) {
    return Form.of("task", action)
        .put("id", id)
        .put("element_id", deal.id)
        .put("element_type", 2)
        .put("task_type", 1)
        .put("date_create", TASK_TIME.format(set))
        .put("text", "Перезвонить")
        .put("status", status)
        .put("account_id", Romashka.ACCOUNT_ID)
        .put("created_user_id", deal.owner.id())
        .put("last_modified", TASK_TIME.format(changed))
        .put("responsible_user_id", deal.owner.id())
        .put("complete_till", TASK_TIME.format(due));
  }

  private void invoice() {
    int id = 1_163_000 + deal.id % 1_000;
    Instant issued = Romashka.after(now, Math.round(DAY * (0.1 + 1.6 * random.nextDouble())));
    Instant due =
        LocalDate.ofInstant(issued, Romashka.ZONE)
            .plusDays(10)
            .atStartOfDay(Romashka.ZONE)
            .toInstant();
    delivery.send(issued, bill("add", id, issued, issued, due, false).end());
    Instant paid = issued.plusSeconds(Math.round(86_400 * (3 + 14 * random.nextDouble())));
    if (chance(0.8)) {
      delivery.send(
          paid,
          bill("update", id, issued, paid, due, true)
              .custom(Romashka.BILL_PAID, Long.toString(paid.getEpochSecond()))
              .end());
    }
  }

  private Form bill(
      String action, int id, Instant issued, Instant changed, Instant due, boolean paid) {
    Form bill =
        Form.of("catalogs", action)
            .put("id", id)
            .put("catalog_id", Romashka.INVOICE_CATALOG)
            .put("name", "Счёт №" + id % 10_000)
            .put("created_by", deal.owner.id())
            .put("updated_by", deal.owner.id())
            .put("created_at", issued.getEpochSecond())
            .put("updated_at", changed.getEpochSecond())
            .choice(Romashka.BILL_STATUS, paid ? "Оплачен" : "Создан", paid ? 1_302_893 : 1_302_891)
            .custom(Romashka.BILL_PRICE, Long.toString(deal.price))
            .custom(Romashka.BILL_DUE, Long.toString(due.getEpochSecond()))
            .custom(
                Romashka.BILL_LEAD,
                "https://" + Romashka.SUBDOMAIN + ".amocrm.ru/leads/detail/" + deal.id);
    String taxNumber = deal.custom.get(Romashka.INN);
    String company = deal.custom.get(Romashka.COMPANY);
    return taxNumber == null || company == null
        ? bill
        : bill.payer(Romashka.BILL_PAYER, taxNumber, company);
  }

  private void send(Form form) {
    delivery.send(now, form.end());
  }

  private void pause(double days) {
    double factor = Math.exp(0.6 * random.nextGaussian());
    now = Romashka.after(now, Math.max(3, Math.round(DAY * days * factor * deal.owner.pace())));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
