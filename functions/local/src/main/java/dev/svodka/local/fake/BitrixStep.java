package dev.svodka.local.fake;

/**
 * One change in the fake Bitrix24.
 *
 * @param type deal or invoice
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
    DELETED
  }
}
