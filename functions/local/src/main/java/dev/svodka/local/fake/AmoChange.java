package dev.svodka.local.fake;

import java.util.Map;

/**
 * One change that somebody made in the fake amoCRM.
 *
 * @param item id of the lead, task or invoice
 * @param to stage, person, lead, sum or deadline
 * @param more the pipeline of a stage, the deadline of a new task, the sum of a new invoice
 * @param by who made it; of a new lead it is the owner too
 * @param fields of the lead that were filled in with it, by their codes in small letters
 */
record AmoChange(
    long second, What what, long item, long to, long more, long by, Map<String, String> fields) {
  enum What {
    LEAD_CREATED,
    LEAD_MOVED,
    LEAD_ASSIGNED,
    LEAD_PRICED,
    LEAD_DELETED,
    LEAD_RESTORED,
    LEAD_CALLED,
    TASK_CREATED,
    TASK_MOVED,
    TASK_DONE,
    INVOICE_CREATED,
    INVOICE_PAID
  }

  AmoChange {
    fields = Map.copyOf(fields);
  }
}
