package dev.svodka.local.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How things stand in the fake amoCRM after some changes. */
final class AmoState {
  private static final int DAY = 86_400;

  /** A lead; {@code closed} is 0 while it is open. */
  record Lead(
      long id,
      long pipeline,
      long stage,
      long owner,
      long price,
      long created,
      long updated,
      long closed,
      boolean deleted) {
    private Lead at(long second) {
      return new Lead(id, pipeline, stage, owner, price, created, second, closed, deleted);
    }
  }

  record Task(long id, long lead, long due, boolean done, long created, long updated) {}

  /** An invoice; {@code paidDay} is 0 while it is not paid. */
  record Invoice(long id, long lead, long created, long updated, long paidDay) {}

  private final Map<Long, Lead> leads = new TreeMap<>();
  private final Map<Long, Task> tasks = new TreeMap<>();
  private final Map<Long, Invoice> invoices = new TreeMap<>();

  Map<Long, Lead> leads() {
    return new HashMap<>(leads);
  }

  Map<Long, Task> tasks() {
    return new TreeMap<>(tasks);
  }

  Map<Long, Invoice> invoices() {
    return new TreeMap<>(invoices);
  }

  Lead lead(long id) {
    return known(leads, id);
  }

  Task task(long id) {
    return known(tasks, id);
  }

  Invoice invoice(long id) {
    return known(invoices, id);
  }

  private static <T> T known(Map<Long, T> all, long id) {
    T found = all.get(id);
    if (found == null) {
      throw new IllegalStateException("no change is of what is not there");
    }
    return found;
  }

  boolean possible(AmoChange change) {
    Optional<Lead> lead = Optional.ofNullable(leads.get(change.item()));
    Optional<Lead> alive = lead.filter(known -> !known.deleted());
    return switch (change.what()) {
      case LEAD_CREATED -> lead.isEmpty();
      case LEAD_MOVED ->
          alive
              .filter(known -> known.stage() != change.to() || known.pipeline() != change.more())
              .isPresent();
      case LEAD_ASSIGNED -> alive.filter(known -> known.owner() != change.to()).isPresent();
      case LEAD_PRICED, LEAD_DELETED, LEAD_CALLED -> alive.isPresent();
      case LEAD_RESTORED -> lead.filter(Lead::deleted).isPresent();
      case TASK_CREATED, INVOICE_CREATED ->
          leads.containsKey(change.to()) && !lead(change.to()).deleted();
      case TASK_MOVED, TASK_DONE -> tasks.containsKey(change.item()) && !task(change.item()).done();
      case INVOICE_PAID -> invoices.containsKey(change.item());
    };
  }

  void apply(AmoChange change) {
    long now = change.second();
    long id = change.item();
    switch (change.what()) {
      case LEAD_CREATED ->
          leads.put(
              id,
              new Lead(
                  id,
                  change.more(),
                  change.to(),
                  AmoWorld.PEOPLE.getFirst(),
                  0,
                  now,
                  now,
                  0,
                  false));
      case LEAD_MOVED -> {
        Lead lead = lead(id);
        long closed = change.to() == 142 || change.to() == 143 ? now : 0;
        leads.put(
            id,
            new Lead(
                id,
                change.more(),
                change.to(),
                lead.owner(),
                lead.price(),
                lead.created(),
                now,
                closed,
                false));
      }
      case LEAD_ASSIGNED -> {
        Lead lead = lead(id);
        leads.put(
            id,
            new Lead(
                id,
                lead.pipeline(),
                lead.stage(),
                change.to(),
                lead.price(),
                lead.created(),
                now,
                lead.closed(),
                false));
      }
      case LEAD_PRICED -> {
        Lead lead = lead(id);
        leads.put(
            id,
            new Lead(
                id,
                lead.pipeline(),
                lead.stage(),
                lead.owner(),
                change.to(),
                lead.created(),
                now,
                lead.closed(),
                false));
      }
      case LEAD_DELETED, LEAD_RESTORED -> {
        Lead lead = lead(id).at(now);
        leads.put(
            id,
            new Lead(
                id,
                lead.pipeline(),
                lead.stage(),
                lead.owner(),
                lead.price(),
                lead.created(),
                now,
                lead.closed(),
                change.what() == AmoChange.What.LEAD_DELETED));
      }
      case LEAD_CALLED -> {}
      case TASK_CREATED -> tasks.put(id, new Task(id, change.to(), change.more(), false, now, now));
      case TASK_MOVED -> {
        Task task = task(id);
        tasks.put(id, new Task(id, task.lead(), change.to(), false, task.created(), now));
      }
      case TASK_DONE -> {
        Task task = task(id);
        tasks.put(id, new Task(id, task.lead(), task.due(), true, task.created(), now));
      }
      case INVOICE_CREATED -> invoices.put(id, new Invoice(id, change.to(), now, now, 0));
      case INVOICE_PAID -> {
        Invoice invoice = invoice(id);
        invoices.put(id, new Invoice(id, invoice.lead(), invoice.created(), now, now / DAY * DAY));
      }
    }
  }
}
