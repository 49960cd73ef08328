package dev.svodka.report.page;

import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.text.Outside;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who has not paid, by what of it is overdue. */
final class Customers {
  /**
   * A customer with unpaid invoices.
   *
   * @param onTime of all its invoices that were due, those paid by their deadline
   */
  record Customer(String name, List<UnpaidInvoice> invoices, Optional<Rate> onTime) {
    boolean known() {
      UnpaidInvoice any = invoices.getFirst();
      return any.customer().isPresent() || any.customerName().isPresent();
    }

    BigDecimal unpaid() {
      return sum(invoices, invoice -> true);
    }

    BigDecimal overdue() {
      return sum(invoices, UnpaidInvoice::overdue);
    }

    UnpaidInvoice oldest() {
      return invoices.stream().max(Comparator.comparingInt(UnpaidInvoice::daysLate)).orElseThrow();
    }
  }

  private final Scene scene;
  private final Map<String, Integer> bearers = new HashMap<>();

  Customers(Scene scene) {
    this.scene = scene;
    scene.unpaid().stream()
        .filter(invoice -> invoice.customerName().isPresent())
        .map(invoice -> Map.entry(invoice.customerName().get(), invoice.customer()))
        .distinct()
        .forEach(bearer -> bearers.merge(bearer.getKey(), 1, Integer::sum));
  }

  /** The name; where two customers bear it, or where there is none, what identifies them. */
  String name(UnpaidInvoice invoice) {
    Optional<String> id = invoice.customer();
    return invoice
        .customerName()
        .map(
            name ->
                bearers.getOrDefault(name, 1) > 1
                    ? name + id.map(i -> " (" + i + ")").orElse("")
                    : name)
        .or(() -> id)
        .map(Outside::clean)
        .orElseGet(() -> scene.texts().get("customer.none"));
  }

  List<Customer> all() {
    Map<String, List<UnpaidInvoice>> invoices = new LinkedHashMap<>();
    for (UnpaidInvoice invoice : scene.unpaid()) {
      invoices.computeIfAbsent(name(invoice), name -> new java.util.ArrayList<>()).add(invoice);
    }
    return invoices.entrySet().stream()
        .map(entry -> customer(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Customer::overdue)
                .thenComparing(Customer::unpaid)
                .reversed()
                .thenComparing(Customer::name))
        .toList();
  }

  /** Whom to call first: the one with the most overdue of those who are known. */
  Optional<Customer> first() {
    return all().stream()
        .filter(Customer::known)
        .findFirst()
        .filter(customer -> customer.overdue().signum() > 0);
  }

  private static Customer customer(String name, List<UnpaidInvoice> invoices) {
    UnpaidInvoice any = invoices.getFirst();
    return new Customer(
        name,
        List.copyOf(invoices),
        any.customerDue() > 0
            ? Optional.of(new Rate(any.customerOnTime(), any.customerDue()))
            : Optional.empty());
  }

  static BigDecimal sum(List<UnpaidInvoice> invoices, Predicate<UnpaidInvoice> wanted) {
    return invoices.stream()
        .filter(wanted)
        .map(UnpaidInvoice::outstanding)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
