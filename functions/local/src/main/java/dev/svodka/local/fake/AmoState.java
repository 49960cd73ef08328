package dev.svodka.local.fake;

import java.util.Collections;
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
      boolean deleted,
      Map<String, String> fields) {
    Lead {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    private static Lead begun(AmoChange change) {
      long now = change.second();
      return new Lead(
          change.item(),
          change.more(),
          change.to(),
          change.by(),
          0,
          now,
          now,
          0,
          false,
          change.fields());
    }

    private Lead moved(long toPipeline, long toStage, long end) {
      return new Lead(
          id, toPipeline, toStage, owner, price, created, updated, end, deleted, fields);
    }

    private Lead ownedBy(long person) {
      return new Lead(
          id, pipeline, stage, person, price, created, updated, closed, deleted, fields);
    }

    private Lead priced(long sum) {
      return new Lead(id, pipeline, stage, owner, sum, created, updated, closed, deleted, fields);
    }

    private Lead at(AmoChange change, boolean gone) {
      Map<String, String> filled = new TreeMap<>(fields);
      filled.putAll(change.fields());
      return new Lead(
          id, pipeline, stage, owner, price, created, change.second(), closed, gone, filled);
    }
  }

  record Task(long id, long lead, long due, boolean done, long created, long updated) {}

  /** An invoice; {@code paidDay} is 0 while it is not paid. */
  record Invoice(long id, long lead, long sum, long created, long updated, long paidDay) {
    private static final int TERMS_DAYS = 10;

    /** The day by which it is to be paid, as a date field tells it: midnight UTC. */
    long dueDay() {
      return (created / DAY + TERMS_DAYS) * DAY;
    }
  }

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
      case LEAD_CREATED -> leads.put(id, Lead.begun(change));
      case LEAD_MOVED -> {
        boolean closed = change.to() == 142 || change.to() == 143;
        leads.put(
            id, lead(id).moved(change.more(), change.to(), closed ? now : 0).at(change, false));
      }
      case LEAD_ASSIGNED -> leads.put(id, lead(id).ownedBy(change.to()).at(change, false));
      case LEAD_PRICED -> leads.put(id, lead(id).priced(change.to()).at(change, false));
      case LEAD_DELETED -> leads.put(id, lead(id).at(change, true));
      case LEAD_RESTORED -> leads.put(id, lead(id).at(change, false));
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
      case INVOICE_CREATED ->
          invoices.put(id, new Invoice(id, change.to(), change.more(), now, now, 0));
      case INVOICE_PAID -> {
        Invoice invoice = invoice(id);
        invoices.put(
            id,
            new Invoice(
                id, invoice.lead(), invoice.sum(), invoice.created(), now, now / DAY * DAY));
      }
    }
  }
}
