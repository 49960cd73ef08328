package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnpaidTest {
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}}
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, shipped: {stage: [Shipped]}, paid: {paid-in-full: true}, void: {stage: [Void]}}
          failure: [void]
          debt-from: shipped
          ageing: [30, 60, 90]
          customer: {id: {field: inn}, name: {field: payer}}
      """;

  private static final String EVENTS =
      """
      # events
      2026-03-01T10:00 created d1 owner=eve
      2026-01-12T10:00 created old type=invoice amount=100 due=2026-01-20T00:00 inn=7701 payer=Луг owner=ann
      2026-03-02T10:00 created part type=invoice amount=1000 due=2026-03-14T00:00 inn=7701 payer=Луг owner=bob
      2026-03-03T10:00 paid part type=invoice amount=400.10
      2026-03-04T10:00 moved part type=invoice stage=Shipped
      2026-03-02T10:00 created today type=invoice parent=deal/d1 amount=70 due=2026-03-15T00:00
      2026-03-02T11:00 created whenever type=invoice amount=30 currency=USD
      2026-03-02T10:00 created paid type=invoice amount=10 due=2026-03-09T00:00 inn=7701 payer=Луг
      2026-03-05T10:00 paid paid type=invoice amount=10
      2026-03-02T10:00 created void type=invoice amount=10 due=2026-03-03T00:00
      2026-03-05T10:00 moved void type=invoice stage=Void
      """;

  @Test
  void theMostMoneyTimesDaysLateFirst() {
    try (KpiRun run = run()) {
      List<UnpaidInvoice> unpaid = run.unpaid("invoices");
      assertThat(unpaid)
          .extracting(UnpaidInvoice::itemId)
          .containsExactly("old", "part", "today", "whenever");
      assertThat(unpaid).extracting(UnpaidInvoice::daysLate).containsExactly(54, 1, 0, 0);
      assertThat(unpaid)
          .extracting(UnpaidInvoice::bucket)
          .containsExactly("31-60", "1-30", "not_due", "not_due");
      assertThat(unpaid).extracting(UnpaidInvoice::debt).containsExactly(false, true, false, false);
      UnpaidInvoice part = unpaid.get(1);
      assertThat(part.paid()).isEqualByComparingTo("400.10");
      assertThat(part.outstanding()).isEqualByComparingTo("599.90");
      assertThat(part.owner()).contains("bob");
      assertThat(unpaid.get(2).owner()).contains("eve");
      assertThat(unpaid.get(3).owner()).isEmpty();
      assertThat(part.customer()).contains("7701");
      assertThat(part.customerName()).contains("Луг");
      assertThat(part.due()).contains(LocalDate.of(2026, 3, 14));
      assertThat(part.customerDue()).isEqualTo(3);
      assertThat(part.customerOnTime()).isEqualTo(1);
      assertThat(unpaid.get(3).due()).isEmpty();
      assertThat(unpaid.get(3).customer()).isEmpty();
    }
  }

  @Test
  void theListSumsUpToTheFigures() {
    try (KpiRun run = run()) {
      for (String currency : List.of("RUB", "USD")) {
        assertThat(sum(run, currency, invoice -> true))
            .isEqualByComparingTo(figure(run, "outstanding", currency));
        assertThat(sum(run, currency, UnpaidInvoice::overdue))
            .isEqualByComparingTo(figure(run, "overdue", currency));
        assertThat(sum(run, currency, UnpaidInvoice::debt))
            .isEqualByComparingTo(figure(run, "debt", currency));
      }
    }
  }

  private static BigDecimal sum(
      KpiRun run, String currency, java.util.function.Predicate<UnpaidInvoice> wanted) {
    return run.unpaid("invoices").stream()
        .filter(invoice -> invoice.currency().equals(currency))
        .filter(wanted)
        .map(UnpaidInvoice::outstanding)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal figure(KpiRun run, String kpi, String currency) {
    return run.rows().stream()
        .filter(row -> row.kpi().equals(kpi) && row.period().equals("all"))
        .filter(
            row ->
                row.group().size() == 1
                    && row.group()
                        .getOrDefault("currency", Optional.empty())
                        .equals(Optional.of(currency)))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  private static KpiRun run() {
    Company company = new Company(BUSINESS);
    company.file(CaseFile.parse(EVENTS).changes(company.business().zone()));
    return company.run("2026-03-15T20:00:00Z");
  }
}
