package dev.svodka.core.payment;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.payment.PaymentMatcher.Invoice;
import dev.svodka.core.payment.PaymentMatcher.Payment;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Told by the invoices themselves, and not yet found among the payments. */
  private final Map<Long, BigDecimal> claimed = new HashMap<>();

  private final Map<Claimed, List<Payment>> claims = new HashMap<>();
  private final Map<Long, List<Payment>> claimsOf = new HashMap<>();
  private final Set<Long> counted = new HashSet<>();
  private final Set<Long> confirmed = new HashSet<>();

  /** An invoice and its number, read once. */
  record Numbered(Invoice invoice, InvoiceNumber number) {}

  private record Debtor(String customer, String currency) {}

  /** Who owes, and how much is claimed to be paid; the amount without zeros at its end. */
  private record Claimed(Debtor debtor, BigDecimal amount) {
    static Claimed of(Debtor debtor, Payment told) {
      return new Claimed(debtor, told.amount().stripTrailingZeros());
    }
  }

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

  /** Keeps what a payment, told by itself, leaves unpaid. */
  private void owe(Invoice invoice, BigDecimal unpaidByPayments) {
    unpaid.put(invoice.id(), unpaidByPayments);
    BigDecimal amount =
        unpaidByPayments.subtract(claimed.getOrDefault(invoice.id(), BigDecimal.ZERO));
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

  /** Makes a claim known before its time: a CRM's mark may come some days after the money. */
  void claims(Payment claim) {
    long id = claim.invoice().orElseThrow();
    claimsOf.computeIfAbsent(id, k -> new ArrayList<>()).add(claim);
    Optional.ofNullable(byId.get(id))
        .flatMap(OpenInvoices::debtor)
        .map(debtor -> Claimed.of(debtor, claim))
        .ifPresent(key -> claims.computeIfAbsent(key, k -> new ArrayList<>()).add(claim));
  }

  /** The invoice itself tells that so much of it is paid, unless a payment has told it already. */
  void claim(Payment claim) {
    long id = claim.invoice().orElseThrow();
    Invoice invoice = byId.get(id);
    BigDecimal before = unpaid.get(id);
    if (invoice != null && before != null && !confirmed.contains(claim.id())) {
      counted.add(claim.id());
      claimed.merge(id, claim.amount(), BigDecimal::add);
      owe(invoice, before);
    }
  }

  /** The invoices of the payer that claim just this sum within a few days, the oldest first. */
  List<Long> claimed(Payment payment) {
    Debtor payer = new Debtor(payment.customer().orElse(""), payment.currency());
    return claims.getOrDefault(Claimed.of(payer, payment), List.of()).stream()
        .filter(claim -> !confirmed.contains(claim.id()))
        .filter(
            claim ->
                Math.abs(ChronoUnit.DAYS.between(claim.day(), payment.day()))
                    <= PaymentMatcher.CLAIMED_DAYS)
        .map(claim -> claim.invoice().orElseThrow())
        .filter(id -> unpaid(id).filter(left -> left.signum() > 0).isPresent())
        .distinct()
        .toList();
  }

  /**
   * What the payments leave unpaid, never less than nothing; nothing known where the invoice tells
   * no amount. Claims are no payments.
   */
  Optional<BigDecimal> unpaid(long invoice) {
    return Optional.ofNullable(unpaid.get(invoice)).map(BigDecimal.ZERO::max);
  }

  /** What payments and claims leave unpaid of an invoice with an amount. */
  BigDecimal owed(long invoice) {
    return requireNonNull(unpaid.get(invoice), "an unpaid invoice has an amount")
        .subtract(claimed.getOrDefault(invoice, BigDecimal.ZERO));
  }

  void pay(long id, BigDecimal amount) {
    Invoice invoice = byId.get(id);
    BigDecimal before = unpaid.get(id);
    if (invoice != null && before != null) {
      confirm(invoice, amount);
      owe(invoice, before.subtract(amount));
    }
  }

  /** A claim of the same sum is this very money. */
  private void confirm(Invoice invoice, BigDecimal amount) {
    claimsOf.getOrDefault(invoice.id(), List.of()).stream()
        .filter(claim -> claim.amount().compareTo(amount) == 0)
        .filter(claim -> !confirmed.contains(claim.id()))
        .findFirst()
        .ifPresent(
            claim -> {
              confirmed.add(claim.id());
              if (counted.contains(claim.id())) {
                claimed.merge(invoice.id(), amount.negate(), BigDecimal::add);
              }
            });
  }
}
