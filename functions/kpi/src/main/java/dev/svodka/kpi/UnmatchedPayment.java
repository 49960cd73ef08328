package dev.svodka.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment that pays no invoice.
 *
 * @param process the invoices' process that it is counted at
 * @param item that told of it, such as a line of a bank statement
 * @param customer who paid, as the business file identifies customers, where it tells
 */
public record UnmatchedPayment(
    String process,
    KpiItem item,
    Instant paid,
    BigDecimal amount,
    String currency,
    Optional<String> customer) {}
