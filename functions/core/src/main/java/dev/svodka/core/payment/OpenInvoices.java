package dev.svodka.core.payment;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.payment.PaymentMatcher.Invoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Invoices by number and by customer, and what of each is unpaid. */
final class OpenInvoices {
  private static final Comparator<Invoice> OLDEST =
      Comparator.comparing(Invoice::issued).thenComparingLong(Invoice::id);

  /** More that share a number, or that one customer owes, cannot be told apart. */
  private static final int MOST = 1_000;

  private final Map<String, List<Numbered>> byNumber = new HashMap<>();
  private final Map<Debtor, Map<Invoice, BigDecimal>> owing = new HashMap<>();
  private final Map<Long, Invoice> byId = new HashMap<>();
  private final Map<Long, BigDecimal> unpaid = new HashMap<>();

  /** An invoice and its number, read once. */
  record Numbered(Invoice invoice, InvoiceNumber number) {}

  private record Debtor(String customer, String currency) {}

  OpenInvoices(List<Invoice> invoices) {
    for (Invoice invoice : invoices) {
      byId.put(invoice.id(), invoice);
      InvoiceNumber number = InvoiceNumber.of(invoice.number());
      byNumber
          .computeIfAbsent(number.key(), k -> new ArrayList<>())
          .add(new Numbered(invoice, number));
      invoice.amount().ifPresent(amount -> owe(invoice, amount));
    }
    byNumber.values().forEach(same -> same.sort(Comparator.comparing(Numbered::invoice, OLDEST)));
  }

  private void owe(Invoice invoice, BigDecimal amount) {
    unpaid.put(invoice.id(), amount);
    Optional<Debtor> debtor = debtor(invoice);
    if (debtor.isEmpty()) {
      return;
    }
    Map<Invoice, BigDecimal> debts =
        owing.computeIfAbsent(debtor.get(), key -> new TreeMap<>(OLDEST));
    if (amount.signum() > 0) {
      debts.put(invoice, amount);
    } else {
      debts.remove(invoice);
    }
  }

  private static Optional<Debtor> debtor(Invoice invoice) {
    return invoice.customer().map(customer -> new Debtor(customer, invoice.currency()));
  }

  /** Those whose number is the same or nearly, paid or not; the oldest first. */
  List<Numbered> byNumber(InvoiceNumber number) {
    List<Numbered> same = byNumber.getOrDefault(number.key(), List.of());
    return same.size() > MOST
        ? List.of()
        : same.stream()
            .filter(one -> one.number().same(number) || one.number().nearly(number))
            .toList();
  }

  /** The unpaid invoices of a customer, the oldest first; none where there are too many. */
  List<Invoice> of(String customer, String currency) {
    Map<Invoice, BigDecimal> debts = owing.getOrDefault(new Debtor(customer, currency), Map.of());
    return debts.size() > MOST ? List.of() : List.copyOf(debts.keySet());
  }

  /** What is unpaid, never less than nothing; nothing known where the invoice tells no amount. */
  Optional<BigDecimal> unpaid(long invoice) {
    return Optional.ofNullable(unpaid.get(invoice)).map(BigDecimal.ZERO::max);
  }

  /** The same of an invoice that {@link #of} gave. */
  BigDecimal owed(long invoice) {
    return requireNonNull(unpaid.get(invoice), "an unpaid invoice has an amount");
  }

  void pay(long id, BigDecimal amount) {
    Invoice invoice = byId.get(id);
    BigDecimal before = unpaid.get(id);
    if (invoice != null && before != null) {
      owe(invoice, before.subtract(amount));
    }
  }
}
