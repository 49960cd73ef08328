package dev.svodka.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.payment.PaymentMatcher.Allocation;
import dev.svodka.core.payment.PaymentMatcher.Invoice;
import dev.svodka.core.payment.PaymentMatcher.Payment;
import dev.svodka.core.payment.PaymentMatcher.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentMatcherTest {
  private static final String ACME = "7701000001";
  private static final String OTHER = "7802000002";

  @Test
  void byNumberAndDate() {
    List<Invoice> invoices =
        List.of(
            invoice(1, "1", "2024-01-09", 500, ACME),
            invoice(104, "104", "2024-01-09", 500, ACME),
            invoice(1041, "1041", "2024-01-09", 500, ACME));
    assertThat(told(invoices, payment(1, "2024-01-20", 300, ACME, "счету 104 от 09.01.2024")))
        .isEqualTo("1>104=300");
    assertThat(told(invoices, payment(1, "2024-01-20", 300, ACME, "счет 10 от 09.01.2024")))
        .isEqualTo("1?UNKNOWN");
  }

  @Test
  void theNumberOfEachYearIsToldApartByDateByWhatIsPaidAndByTheWindow() {
    List<Invoice> invoices =
        List.of(
            invoice(1, "104", "2023-03-01", 500, ACME), invoice(2, "104", "2024-02-01", 500, ACME));
    assertThat(told(invoices, payment(1, "2024-02-20", 500, ACME, "счет 104 от 01.03.2023")))
        .isEqualTo("1>1=500");
    assertThat(told(invoices, payment(1, "2024-02-20", 500, ACME, "счет 104")))
        .isEqualTo("1?AMBIGUOUS");
    assertThat(told(invoices, payment(1, "2024-04-20", 500, ACME, "счет 104")))
        .isEqualTo("1>2=500");
    assertThat(
            told(
                invoices,
                payment(1, "2023-04-20", 500, ACME, "счет 104"),
                payment(2, "2024-02-20", 500, ACME, "счет 104")))
        .isEqualTo("1>1=500 2>2=500");
  }

  @Test
  void onePaymentOverSeveralInvoicesAndTheReverse() {
    List<Invoice> invoices =
        List.of(
            invoice(1, "УТ-000104", "2024-01-09", 100, ACME),
            invoice(2, "УТ-000105", "2024-01-09", 200, ACME));
    assertThat(told(invoices, payment(1, "2024-01-20", 250, ACME, "счета 104, 105")))
        .isEqualTo("1>1=100 1>2=150");
    assertThat(
            told(
                invoices,
                payment(1, "2024-01-20", 40, ACME, "сч 104"),
                payment(2, "2024-01-21", 60, ACME, "сч 104"),
                payment(3, "2024-01-22", 10, ACME, "сч 104")))
        .isEqualTo("1>1=40 2>1=60 3?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-01-20", 300, ACME, "за товар")))
        .isEqualTo("1>1=100 1>2=200");
  }

  @Test
  void whatIsBeyondTheInvoiceIsLeft() {
    assertThat(
            told(
                List.of(invoice(1, "104", "2024-01-09", 100, ACME)),
                payment(1, "2024-01-20", 130, ACME, "счет 104")))
        .isEqualTo("1>1=100");
  }

  @Test
  void byTaxNumberAndAmountWithinTheWindow() {
    List<Invoice> invoices =
        List.of(
            invoice(1, "1", "2024-01-09", 100, ACME),
            invoice(2, "2", "2024-01-10", 200, ACME),
            invoice(3, "3", "2024-01-10", 200, OTHER),
            invoice(4, "4", "2024-01-11", 500, ACME),
            invoice(5, "5", "2024-01-12", 500, ACME));
    assertThat(told(invoices, payment(1, "2024-02-01", 200, ACME, ""))).isEqualTo("1>2=200");
    assertThat(told(invoices, payment(1, "2024-02-01", 500, ACME, ""))).isEqualTo("1?AMBIGUOUS");
    assertThat(told(invoices, payment(1, "2024-02-01", 201, ACME, ""))).isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-02-01", 200, null, ""))).isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2025-02-01", 200, ACME, ""))).isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-01-02", 200, ACME, ""))).isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-02-01", -200, ACME, ""))).isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-02-01", 200, ACME, "счет 77")))
        .as("another's number, such as that of the payer's order")
        .isEqualTo("1>2=200");
  }

  @Test
  void aNumberOfThePayersWithAnotherDateIsNotPassedOverForTheAmount() {
    List<Invoice> invoices =
        List.of(
            invoice(104, "104", "2024-01-10", 300, ACME),
            invoice(105, "105", "2024-01-09", 100, ACME));
    assertThat(told(invoices, payment(1, "2024-01-20", 100, ACME, "счет 104 от 09.01.2024")))
        .isEqualTo("1?UNKNOWN");
  }

  @Test
  void aNumberAloneIsNotEnoughAndAnotherPayerWeighsAgainstIt() {
    List<Invoice> invoices = List.of(invoice(1, "104", "2024-01-09", 100, ACME));
    assertThat(told(invoices, payment(1, "2024-01-20", 50, null, "счет 104")))
        .isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-01-20", 100, null, "счет 104")))
        .isEqualTo("1>1=100");
    assertThat(told(invoices, payment(1, "2024-01-20", 50, OTHER, "счет 104 от 09.01.2024")))
        .isEqualTo("1?UNKNOWN");
    assertThat(told(invoices, payment(1, "2024-01-20", 100, OTHER, "счет 104 от 09.01.2024")))
        .isEqualTo("1>1=100");
  }

  @Test
  void theCrmsOwnIdOfACustomerSaysNothingAgainstATaxNumber() {
    List<Invoice> invoices = List.of(invoice(1, "104", "2024-01-09", 100, "9982719"));
    assertThat(told(invoices, payment(1, "2024-01-20", 50, ACME, "счет 104 от 09.01.2024")))
        .isEqualTo("1>1=50");
  }

  @Test
  void aPaymentThatIsKnownToPayLeavesLessToPay() {
    List<Invoice> invoices = List.of(invoice(1, "104", "2024-01-09", 100, ACME));
    Payment known =
        new Payment(
            9,
            0,
            day("2024-01-10"),
            money(70),
            "RUB",
            Optional.empty(),
            List.of(),
            Optional.of(1L),
            false);
    assertThat(told(invoices, known, payment(1, "2024-01-20", 30, ACME, ""))).isEqualTo("1>1=30");
    assertThat(told(invoices, known, payment(1, "2024-01-20", 100, ACME, "")))
        .isEqualTo("1?UNKNOWN");
  }

  @Test
  void whatTheCrmClaimsMayBeTheVeryMoneyThatTheBankTells() {
    List<Invoice> invoices =
        List.of(
            invoice(1, "104", "2024-01-09", 100, ACME), invoice(2, "105", "2024-01-10", 100, ACME));
    assertThat(
            told(invoices, claim(9, "2024-01-19", 100, 1), payment(1, "2024-01-20", 100, ACME, "")))
        .as("by the mark of the day before")
        .isEqualTo("1>1=100");
    assertThat(
            told(invoices, claim(9, "2024-01-21", 100, 1), payment(1, "2024-01-20", 100, ACME, "")))
        .as("by the mark of the day after")
        .isEqualTo("1>1=100");
    assertThat(
            told(invoices, claim(9, "2024-01-10", 100, 1), payment(1, "2024-01-20", 100, ACME, "")))
        .as("the mark is of other money: only the second is unpaid")
        .isEqualTo("1>2=100");
    assertThat(
            told(
                invoices,
                claim(9, "2024-01-19", 100, 1),
                claim(8, "2024-01-19", 100, 2),
                payment(1, "2024-01-20", 100, ACME, "")))
        .isEqualTo("1?AMBIGUOUS");
    assertThat(
            told(
                invoices,
                claim(9, "2024-01-12", 100, 1),
                payment(1, "2024-01-15", 40, ACME, "счет 104"),
                payment(2, "2024-01-16", 60, ACME, "счет 104")))
        .as("a claim takes no room from what names the invoice")
        .isEqualTo("1>1=40 2>1=60");
  }

  @Test
  void otherMoneyPaysNothing() {
    Invoice euro =
        new Invoice(1, "104", day("2024-01-09"), Optional.of(money(100)), "EUR", Optional.of(ACME));
    assertThat(told(List.of(euro), payment(1, "2024-01-20", 100, ACME, "счет 104 от 09.01.2024")))
        .isEqualTo("1?UNKNOWN");
  }

  @Test
  void anInvoiceOfUnknownAmountTakesAll() {
    Invoice unknown =
        new Invoice(1, "104", day("2024-01-09"), Optional.empty(), "RUB", Optional.of(ACME));
    assertThat(told(List.of(unknown), payment(1, "2024-01-20", 70, ACME, "счет 104")))
        .isEqualTo("1>1=70");
  }

  @Test
  void theScoreSaysHowSureItIs() {
    Invoice invoice = invoice(1, "104", "2024-01-09", 100, ACME);
    assertThat(score(invoice, payment(1, "2024-01-20", 100, ACME, "счет 104 от 09.01.2024")))
        .isEqualTo(100);
    assertThat(score(invoice, payment(1, "2024-01-20", 90, ACME, "счет 104"))).isEqualTo(80);
    assertThat(score(invoice, payment(1, "2024-01-20", 90, ACME, "счет УТ-104"))).isEqualTo(65);
    assertThat(score(invoice, payment(1, "2024-01-20", 100, ACME, ""))).isEqualTo(65);
  }

  @Test
  void whatCannotBeToldApartIsNotGoneThroughForEachPayment() {
    List<Invoice> invoices = new ArrayList<>();
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      invoices.add(invoice(i, "1", "2024-01-09", 100, ACME));
      payments.add(payment(i, "2024-01-20", 100, ACME, i % 2 == 0 ? "счет 1" : ""));
    }
    Result result = PaymentMatcher.match(invoices, payments);
    assertThat(result.allocations()).isEmpty();
    assertThat(result.unmatched()).hasSize(50_000);
  }

  private static int score(Invoice invoice, Payment payment) {
    return PaymentMatcher.match(List.of(invoice), List.of(payment))
        .allocations()
        .getFirst()
        .score();
  }

  /** {@code payment>invoice=amount} and {@code payment?why}. */
  private static String told(List<Invoice> invoices, Payment... payments) {
    Result result = PaymentMatcher.match(invoices, List.of(payments));
    List<String> words = new ArrayList<>();
    for (Allocation one : result.allocations()) {
      words.add(one.payment() + ">" + one.invoice() + "=" + one.amount());
    }
    result.unmatched().forEach((id, why) -> words.add(id + "?" + why));
    return words.stream().sorted().collect(Collectors.joining(" "));
  }

  static Payment payment(
      long id, String day, long amount, @Nullable String customer, String purpose) {
    return new Payment(
        id,
        day(day).toEpochDay(),
        day(day),
        money(amount),
        "RUB",
        Optional.ofNullable(customer),
        InvoiceReference.in(purpose),
        Optional.empty(),
        false);
  }

  /** The CRM says on the invoice itself that it is paid. */
  private static Payment claim(long id, String day, long amount, long invoice) {
    return new Payment(
        id,
        day(day).toEpochDay(),
        day(day),
        money(amount),
        "RUB",
        Optional.empty(),
        List.of(),
        Optional.of(invoice),
        true);
  }

  static Invoice invoice(long id, String number, String issued, long amount, String customer) {
    return new Invoice(
        id, number, day(issued), Optional.of(money(amount)), "RUB", Optional.of(customer));
  }

  private static BigDecimal money(long amount) {
    return BigDecimal.valueOf(amount);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
