package dev.svodka.core.business;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer owed at the end of a local day by the company's ledger.
 *
 * @param customer tax number or the CRM's id, as invoices tell it
 * @param currency left out: the business's
 * @param balance negative: the company owes the customer
 */
public record LedgerBalance(
    String customer, LocalDate day, Optional<String> currency, BigDecimal balance) {}
