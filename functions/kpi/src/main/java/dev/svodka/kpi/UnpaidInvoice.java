package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice that is unpaid, or not paid in full, at as-of.
 *
 * @param owner at as-of; where the invoice has none, that of the item it hangs on, such as the deal
 * @param customer as the business file identifies customers, such as by taxpayer number
 * @param outstanding what is still to be paid, above zero
 * @param due local day that the invoice is to be paid on, at the latest
 * @param daysLate calendar days since then; 0 where it is not due yet or has no due date
 * @param bucket as {@code ageing} has it: {@code not_due}, {@code 1-30} … {@code 91+}
 * @param debt what was sold has been delivered; true for all where the process names no {@code
 *     debt-from}
 * @param customerDue how many invoices of this customer were due up to as-of
 * @param customerOnTime how many of these were paid by their deadline
 * @param source the kind of system that it lives in
 * @param parent the item that it hangs on, such as the deal
 */
public record UnpaidInvoice(
    String itemId,
    Optional<String> owner,
    Optional<String> customer,
    Optional<String> customerName,
    String currency,
    BigDecimal amount,
    BigDecimal outstanding,
    Optional<LocalDate> due,
    int daysLate,
    String bucket,
    boolean debt,
    long customerDue,
    long customerOnTime,
    SourceKind source,
    Optional<KpiItem> parent) {
  /** What came in for it so far. */
  public BigDecimal paid() {
    return amount.subtract(outstanding);
  }

  public boolean overdue() {
    return daysLate > 0;
  }
}
