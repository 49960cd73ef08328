package dev.svodka.local.fake;

/**
 * One change in the fake Bitrix24.
 *
 * @param type deal, invoice or task
 * @param stage it stands in afterwards
 * @param sum of the item, or paid
 */
record BitrixStep(
    long second, What what, String type, long item, String category, String stage, long sum) {
  enum What {
    CREATED,
    MOVED,
    PRICED,
    PAID,
    DELETED,
    /** A call. */
    CALLED,
    /** Somebody wrote a comment. */
    NOTED,
    /** A task is set; its sum is the deal, its category the deadline. */
    TASK_SET,
    TASK_MOVED,
    TASK_DONE
  }
}
