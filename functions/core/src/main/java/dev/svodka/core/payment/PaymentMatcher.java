package dev.svodka.core.payment;

import dev.svodka.core.payment.OpenInvoices.Numbered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which invoices payments pay. It goes through the payments in the order of their moments, so
 * that a later payment never changes what an earlier one paid:
 *
 * <ol>
 *   <li>by the numbers and dates that the purpose names, whole tokens only;
 *   <li>where it names none that is known: by the payer's tax number and the amount: the invoice of
 *       which the CRM claims just this to be paid, within {@link #CLAIMED_DAYS} of the payment;
 *       else, within {@link #WINDOW_DAYS} of the invoice: one invoice of which just this is unpaid,
 *       or all that the payer owes together.
 * </ol>
 *
 * <p>Each pair has a score. Below {@link #ENOUGH}, or where another invoice is less than {@link
 * #LEAD} behind, nothing is matched: a wrong match hides a debt, a missing one is seen.
 */
public final class PaymentMatcher {
  public static final int ENOUGH = 60;
  public static final int LEAD = 10;

  /** How long after its invoice a payment is looked for by amount, or by a number without date. */
  public static final int WINDOW_DAYS = 366;

  /** How far a CRM's mark that an invoice is paid lies from the money at most. */
  public static final int CLAIMED_DAYS = 5;

  /** An invoice may be entered some days after the money came. */
  public static final int ENTERED_LATER_DAYS = 5;

  /** The CRM's own id of a customer says nothing against a tax number. */
  private static final Pattern TAX_NUMBER = Pattern.compile("\\d{10}|\\d{12}");

  private static final int SAME_NUMBER = 50;
  private static final int NEARLY_SAME_NUMBER = 35;
  private static final int SAME_DATE = 30;
  private static final int SAME_CUSTOMER = 30;
  private static final int SAME_AMOUNT = 15;
  private static final int PAID_ALREADY = 30;
  private static final int BY_AMOUNT = SAME_CUSTOMER + SAME_AMOUNT + 20;

  private final OpenInvoices invoices;
  private final List<Allocation> allocations = new ArrayList<>();
  private final Map<Long, Unmatched> unmatched = new LinkedHashMap<>();

  private PaymentMatcher(List<Invoice> invoices) {
    this.invoices = new OpenInvoices(invoices);
  }

  /**
   * An invoice that may be paid.
   *
   * @param issued its local day
   * @param amount nothing where nobody told it
   * @param customer tax number or id
   */
  public record Invoice(
      long id,
      String number,
      LocalDate issued,
      Optional<BigDecimal> amount,
      String currency,
      Optional<String> customer) {}

  /**
   * A payment.
   *
   * @param moment what the payments are ordered by, then by {@code id}
   * @param day its local day
   * @param invoice the invoice that it is known to pay: then it only leaves less of it unpaid
   * @param claim whether the invoice itself tells it, as a CRM's mark does: it may be the very
   *     money that another payment is
   */
  public record Payment(
      long id,
      long moment,
      LocalDate day,
      BigDecimal amount,
      String currency,
      Optional<String> customer,
      List<InvoiceReference> references,
      Optional<Long> invoice,
      boolean claim) {
    public Payment {
      references = List.copyOf(references);
    }
  }

  /** So much of the payment pays this invoice. */
  public record Allocation(long payment, long invoice, BigDecimal amount, int score) {}

  /** Why a payment pays no invoice. */
  public enum Unmatched {
    /** Nothing fits well enough. */
    UNKNOWN,
    /** More than one invoice fits. */
    AMBIGUOUS
  }

  /**
   * What came of it.
   *
   * @param unmatched payment ▶ why it pays none
   */
  public record Result(List<Allocation> allocations, Map<Long, Unmatched> unmatched) {}

  public static Result match(List<Invoice> invoices, List<Payment> payments) {
    PaymentMatcher matcher = new PaymentMatcher(invoices);
    List<Payment> ordered =
        payments.stream()
            .sorted(Comparator.comparingLong(Payment::moment).thenComparingLong(Payment::id))
            .toList();
    ordered.stream().filter(Payment::claim).forEach(matcher.invoices::claims);
    ordered.forEach(matcher::match);
    return new Result(List.copyOf(matcher.allocations), Map.copyOf(matcher.unmatched));
  }

  private void match(Payment payment) {
    if (payment.claim()) {
      invoices.claim(payment);
      return;
    }
    if (payment.invoice().isPresent()) {
      invoices.pay(payment.invoice().get(), payment.amount());
      return;
    }
    if (payment.amount().signum() <= 0) {
      unmatched.put(payment.id(), Unmatched.UNKNOWN);
      return;
    }
    boolean known = false;
    boolean ambiguous = false;
    List<Scored> named = new ArrayList<>();
    for (InvoiceReference reference : payment.references()) {
      InvoiceNumber number = InvoiceNumber.of(reference.number());
      List<Numbered> numbered = invoices.byNumber(number);
      // of another day, but the payer's: whatever is meant, it is none that just has the amount
      known |=
          payment.customer().isPresent()
              && numbered.stream()
                  .anyMatch(one -> one.invoice().customer().equals(payment.customer()));
      List<Scored> fitting =
          numbered.stream()
              .flatMap(one -> score(payment, reference, number, one).stream())
              .sorted(Comparator.comparingInt(Scored::score).reversed())
              .toList();
      known |= !fitting.isEmpty();
      if (fitting.isEmpty() || fitting.getFirst().score() < ENOUGH) {
        continue;
      }
      if (fitting.size() > 1 && fitting.getFirst().score() - fitting.get(1).score() < LEAD) {
        ambiguous = true;
      } else if (named.stream().noneMatch(one -> one.id() == fitting.getFirst().id())) {
        named.add(fitting.getFirst());
      }
    }
    if (!named.isEmpty()) {
      pay(payment, named);
    } else if (known) {
      unmatched.put(payment.id(), ambiguous ? Unmatched.AMBIGUOUS : Unmatched.UNKNOWN);
    } else {
      byAmount(payment);
    }
  }

  private record Scored(long id, int score) {}

  private Optional<Scored> score(
      Payment payment, InvoiceReference reference, InvoiceNumber number, Numbered numbered) {
    Invoice invoice = numbered.invoice();
    if (!invoice.currency().equals(payment.currency())) {
      return Optional.empty();
    }
    if (reference.date().isPresent()
        ? !reference.date().get().equals(invoice.issued())
        : !inWindow(payment, invoice)) {
      return Optional.empty();
    }
    int score = number.same(numbered.number()) ? SAME_NUMBER : NEARLY_SAME_NUMBER;
    score += reference.date().isPresent() ? SAME_DATE : 0;
    if (payment.customer().isPresent() && invoice.customer().isPresent()) {
      String payer = payment.customer().get();
      String debtor = invoice.customer().get();
      boolean comparable =
          TAX_NUMBER.matcher(payer).matches() && TAX_NUMBER.matcher(debtor).matches();
      score += payer.equals(debtor) ? SAME_CUSTOMER : comparable ? -SAME_CUSTOMER : 0;
    }
    Optional<BigDecimal> unpaid = invoices.unpaid(invoice.id());
    if (unpaid.isPresent()
        && (unpaid.get().compareTo(payment.amount()) == 0
            || invoices.owed(invoice.id()).compareTo(payment.amount()) == 0)) {
      score += SAME_AMOUNT;
    } else if (unpaid.isPresent() && unpaid.get().signum() == 0) {
      score -= PAID_ALREADY;
    }
    return Optional.of(new Scored(invoice.id(), score));
  }

  private static boolean inWindow(Payment payment, Invoice invoice) {
    return !invoice.issued().isAfter(payment.day().plusDays(ENTERED_LATER_DAYS))
        && !invoice.issued().isBefore(payment.day().minusDays(WINDOW_DAYS));
  }

  /** Pays one after the other, in the order of the purpose, of each what is unpaid. */
  private void pay(Payment payment, List<Scored> named) {
    BigDecimal left = payment.amount();
    for (Scored one : named) {
      BigDecimal part = invoices.unpaid(one.id()).map(left::min).orElse(left);
      if (part.signum() > 0) {
        allocations.add(new Allocation(payment.id(), one.id(), part, Math.min(one.score(), 100)));
        invoices.pay(one.id(), part);
        left = left.subtract(part);
      }
    }
    if (left.compareTo(payment.amount()) == 0) {
      unmatched.put(payment.id(), Unmatched.UNKNOWN);
    }
  }

  private void byAmount(Payment payment) {
    if (payment.customer().isEmpty()) {
      unmatched.put(payment.id(), Unmatched.UNKNOWN);
      return;
    }
    List<Scored> claimed =
        invoices.claimed(payment).stream().map(one -> new Scored(one, BY_AMOUNT)).toList();
    if (!claimed.isEmpty()) {
      if (claimed.size() == 1) {
        pay(payment, claimed);
      } else {
        unmatched.put(payment.id(), Unmatched.AMBIGUOUS);
      }
      return;
    }
    List<Invoice> owed =
        invoices.of(payment.customer().get(), payment.currency()).stream()
            .filter(invoice -> inWindow(payment, invoice))
            .toList();
    List<Scored> just =
        owed.stream()
            .filter(one -> invoices.owed(one.id()).compareTo(payment.amount()) == 0)
            .map(one -> new Scored(one.id(), BY_AMOUNT))
            .toList();
    BigDecimal all =
        owed.stream().map(one -> invoices.owed(one.id())).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (just.size() == 1) {
      pay(payment, just);
    } else if (just.isEmpty() && all.compareTo(payment.amount()) == 0) {
      pay(payment, owed.stream().map(one -> new Scored(one.id(), BY_AMOUNT)).toList());
    } else {
      unmatched.put(payment.id(), just.isEmpty() ? Unmatched.UNKNOWN : Unmatched.AMBIGUOUS);
    }
  }
}
