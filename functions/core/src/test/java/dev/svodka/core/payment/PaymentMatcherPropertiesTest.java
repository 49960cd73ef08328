package dev.svodka.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.payment.PaymentMatcher.Allocation;
import dev.svodka.core.payment.PaymentMatcher.Invoice;
import dev.svodka.core.payment.PaymentMatcher.Payment;
import dev.svodka.core.payment.PaymentMatcher.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every company's books. */
class PaymentMatcherPropertiesTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noMoneyIsMadeAndNoneIsPaidTwice(int seed) {
    Books books = Books.of(seed);
    Result result = PaymentMatcher.match(books.invoices, books.payments);
    Map<Long, List<Allocation>> byPayment =
        result.allocations().stream().collect(Collectors.groupingBy(Allocation::payment));
    Map<Long, BigDecimal> paid = new HashMap<>();
    for (Payment payment : books.inOrder()) {
      payment.invoice().ifPresent(id -> paid.merge(id, payment.amount(), BigDecimal::add));
      BigDecimal matched = BigDecimal.ZERO;
      for (Allocation one : byPayment.getOrDefault(payment.id(), List.of())) {
        assertThat(one.amount()).isPositive();
        assertThat(one.score()).isBetween(PaymentMatcher.ENOUGH, 100);
        assertThat(paid.merge(one.invoice(), one.amount(), BigDecimal::add))
            .isLessThanOrEqualTo(books.invoice(one.invoice()).amount().orElseThrow());
        matched = matched.add(one.amount());
      }
      assertThat(matched).isLessThanOrEqualTo(payment.amount().max(BigDecimal.ZERO));
      assertThat(result.unmatched().containsKey(payment.id()))
          .isEqualTo(payment.invoice().isEmpty() && matched.signum() == 0);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderInWhichTheyCameMakesNoDifference(int seed) {
    Books books = Books.of(seed);
    List<Invoice> invoices = new ArrayList<>(books.invoices);
    List<Payment> payments = new ArrayList<>(books.payments);
    Collections.shuffle(invoices, new Random(seed));
    Collections.shuffle(payments, new Random(seed));
    assertThat(PaymentMatcher.match(invoices, payments))
        .isEqualTo(PaymentMatcher.match(books.invoices, books.payments));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLaterPaymentChangesNothingThatWas(int seed) {
    Books books = Books.of(seed);
    List<Payment> earlier =
        books.payments.stream().filter(one -> one.moment() < START.toEpochDay() + 100).toList();
    Set<Long> ids = new HashSet<>(earlier.stream().map(Payment::id).toList());
    List<Allocation> whole = PaymentMatcher.match(books.invoices, books.payments).allocations();
    assertThat(PaymentMatcher.match(books.invoices, earlier).allocations())
        .isEqualTo(whole.stream().filter(one -> ids.contains(one.payment())).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPaymentThatNamesItsInvoiceWithDateAndAmountAlwaysFindsIt(int seed) {
    Random random = new Random(seed);
    List<Invoice> invoices = new ArrayList<>();
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      LocalDate issued = START.plusDays(random.nextInt(300));
      Invoice invoice = invoice(i, random, issued, Integer.toString(1_000 + i));
      invoices.add(invoice);
      payments.add(
          payment(
              i,
              issued.plusDays(random.nextInt(40)),
              invoice.amount().orElseThrow(),
              invoice.customer(),
              List.of(new InvoiceReference(invoice.number(), Optional.of(issued))),
              Optional.empty()));
    }
    Result result = PaymentMatcher.match(invoices, payments);
    assertThat(result.unmatched()).isEmpty();
    assertThat(result.allocations()).allMatch(one -> one.payment() == one.invoice()).hasSize(50);
  }

  private record Books(List<Invoice> invoices, List<Payment> payments) {
    static Books of(int seed) {
      Random random = new Random(seed);
      List<Invoice> invoices = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        invoices.add(
            PaymentMatcherPropertiesTest.invoice(
                i,
                random,
                START.plusDays(random.nextInt(200)),
                (random.nextBoolean() ? "УТ-000" : "") + (1 + random.nextInt(20))));
      }
      List<Payment> payments = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Invoice invoice = invoices.get(random.nextInt(30));
        Invoice second = invoices.get(random.nextInt(30));
        List<InvoiceReference> references = new ArrayList<>();
        if (random.nextInt(3) > 0) {
          references.add(reference(invoice, random));
          if (random.nextInt(4) == 0) {
            references.add(reference(second, random));
          }
        }
        BigDecimal amount =
            random.nextInt(3) == 0
                ? BigDecimal.valueOf(random.nextInt(-20, 600))
                : invoice.amount().orElseThrow();
        payments.add(
            PaymentMatcherPropertiesTest.payment(
                i,
                START.plusDays(random.nextInt(300)),
                amount,
                random.nextInt(5) == 0 ? Optional.empty() : invoice.customer(),
                references,
                random.nextInt(6) == 0 ? Optional.of(invoice.id()) : Optional.empty()));
      }
      return new Books(invoices, payments);
    }

    private static InvoiceReference reference(Invoice invoice, Random random) {
      return new InvoiceReference(
          invoice.number(),
          random.nextBoolean() ? Optional.of(invoice.issued()) : Optional.empty());
    }

    Invoice invoice(long id) {
      return invoices.get((int) id);
    }

    List<Payment> inOrder() {
      return payments.stream()
          .sorted(Comparator.comparingLong(Payment::moment).thenComparingLong(Payment::id))
          .toList();
    }
  }

  private static Invoice invoice(int id, Random random, LocalDate issued, String number) {
    return new Invoice(
        id,
        number,
        issued,
        Optional.of(BigDecimal.valueOf(50L * (1 + random.nextInt(10)))),
        id % 10 == 9 ? "EUR" : "RUB",
        Optional.of("770100000" + random.nextInt(6)));
  }

  private static Payment payment(
      int id,
      LocalDate day,
      BigDecimal amount,
      Optional<String> customer,
      List<InvoiceReference> references,
      Optional<Long> invoice) {
    return new Payment(
        id,
        day.toEpochDay(),
        day,
        amount,
        id % 10 == 9 ? "EUR" : "RUB",
        customer,
        references,
        invoice,
        false);
  }
}
