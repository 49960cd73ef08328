package dev.svodka.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that has to be done at as-of, about one item and for one reason.
 *
 * @param process whose rule asks for it
 * @param subject of {@link Reason#TARGET_PASSED} the interval, of {@link Reason#FIELD_MISSING} the
 *     milestone and field as {@code milestone.field}
 * @param item of {@link Reason#INVOICE_NOT_ISSUED} the one that calls for the invoice, such as the
 *     deal
 * @param parent the item that it hangs on, such as the deal of an invoice
 * @param owner who has to do it: the item's owner, or the parent's where it has none
 * @param since from when it was called for, where anybody tells
 * @param due the last moment that was in time; empty where there is no deadline
 * @param amount the item's, of {@link Reason#INVOICE_OVERDUE} what is still to be paid
 */
public record Act(
    Reason reason,
    String process,
    Optional<String> subject,
    KpiItem item,
    Optional<KpiItem> parent,
    Optional<String> owner,
    Optional<Instant> since,
    Optional<Instant> due,
    Optional<BigDecimal> amount,
    Optional<String> currency) {
  /** Why something has to be done. */
  public enum Reason {
    /** A deal got to where it calls for an invoice, and the time to issue it is over. */
    INVOICE_NOT_ISSUED,
    /** An invoice is not paid in full, and its last day is over. */
    INVOICE_OVERDUE,
    /** It has a deadline, which passed; of invoices it is {@link #INVOICE_OVERDUE}. */
    DEADLINE_PASSED,
    /** It is between two milestones for longer than the target. */
    TARGET_PASSED,
    /** Nobody touched it for longer than is allowed. */
    NO_CONTACT,
    /** A required field was missing at its milestone, and still is. */
    FIELD_MISSING;

    /** As the models write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Since when it is too late, or, where it has no deadline, was called for. */
  public Optional<Instant> past() {
    return due.or(() -> since);
  }
}
