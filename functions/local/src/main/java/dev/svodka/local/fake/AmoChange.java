package dev.svodka.local.fake;

/**
 * One change that somebody made in the fake amoCRM.
 *
 * @param item id of the lead, task or invoice
 * @param to stage, person, lead, sum or deadline
 * @param more the pipeline of a stage, the deadline of a new task
 */
record AmoChange(long second, What what, long item, long to, long more) {
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
}
