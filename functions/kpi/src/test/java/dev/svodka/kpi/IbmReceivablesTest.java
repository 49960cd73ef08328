package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** IBM's "late payment histories": 2,466 invoices of 100 customers, all of them settled. */
class IbmReceivablesTest {
  private static final String BUSINESS =
      """
      account: ibm
      time-zone: UTC
      currency: USD
      processes:
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
          customer: {id: {field: customerID}}
          group-by: [countryCode, Disputed, PaperlessBill]
          intervals: {settle: {from: issued, to: paid, target: 30 days}}
      imports:
        - files: "*Receivable*.csv"
          format: csv
          item: {type: invoice, id: "{invoiceNumber}"}
          amount: "{InvoiceAmount}"
          due: "{DueDate}"
          fields: [countryCode, Disputed, PaperlessBill, customerID]
          events:
            - {kind: created, at: "{InvoiceDate}"}
            - {kind: paid, at: "{SettledDate}"}
      """;

  private static final Map<String, String> BUCKETS =
      Map.of(
          "not_due", "not_due", "1-30d", "1-30", "31-60d", "31-60", "61-90d", "61-90", ">90d",
          "91+");

  @Test
  void agreesWithTheReference() throws IOException {
    Path data = RealData.folder("ibm_ar");
    JsonNode known = RealData.reference(data);
    Company company =
        new Company(BUSINESS).history(data.resolve("files/WA_Fn-UseC_-Accounts-Receivable.csv"));
    Comparison compared = new Comparison("ibm_ar");
    try (KpiRun run =
        company.run(company.options().asOf(RealData.endOf("2014-01-09")).full(true))) {
      Figures figures = new Figures(run, "invoices");
      block(compared, figures, "all", known.get("all"), Map.of());
      Map<String, String> groups =
          Map.of(
              "by_country",
              "countryCode",
              "by_disputed",
              "Disputed",
              "by_paperless",
              "PaperlessBill");
      groups.forEach(
          (theirs, field) -> {
            for (Map.Entry<String, JsonNode> group : known.get(theirs).properties()) {
              block(
                  compared,
                  figures,
                  theirs + " " + group.getKey(),
                  group.getValue(),
                  Map.of(field, Optional.of(group.getKey())));
            }
          });
      periods(compared, figures, known);
      assertThat(run.brokenInvariants()).isEmpty();
    }
    for (JsonNode ageing : known.get("ageing")) {
      ageing(compared, company, ageing);
    }
    compared.outside("*_std, p25, p75, p99, nearest rank", "the vocabulary has n, median, p90 …");
    compared.outside("on_time_rate_by_amount, late_amount", "rates are of counts");
    compared.outside("amount_weighted_days_to_settle", "no weighted times");
    compared.outside(
        "on-time rate and days to settle by month of the invoice",
        "deadline figures go by the month of the deadline, intervals by that of their end");
    compared.outside("customer_risk_groups", "no scoring");
    compared.report();
  }

  private static void block(
      Comparison compared,
      Figures figures,
      String name,
      JsonNode known,
      Map<String, Optional<String>> group) {
    compared.same(name + " n", known.get("n"), figures.by("created", group));
    compared.same(name + " amount", known.get("amount"), figures.by("invoiced", usd(group)));
    compared.same(name + " paid", known.get("amount"), figures.by("paid", usd(group)));
    compared.same(name + " late", known.get("late"), figures.by("late", group));
    compared.same(name + " due", known.get("n"), figures.by("due", group));
    compared.same(name, known.get("on_time_rate"), figures.by("on_time_rate", group));
    compared.same(name, known.get("on_time_rate"), figures.by("on_time_rate_closed", group));
    JsonNode settle = known.get("days_to_settle");
    compared.same(name, settle.get("mean"), figures.by("days_to_pay_mean", group));
    compared.same(name, settle.get("median"), figures.by("days_to_pay_median", group));
    compared.same(
        name + " p90",
        settle.get("p90").asDouble() * 24,
        figures.find("interval_p90", Optional.of("settle"), "all", group));
    compared.same(
        name, known.get("days_late_all").get("mean"), figures.by("days_late_mean", group));
    JsonNode late = known.get("days_late_of_late");
    compared.same(name, late.get("mean"), figures.by("days_late_of_late_mean", group));
    compared.same(name, late.get("median"), figures.by("days_late_of_late_median", group));
  }

  private static void periods(Comparison compared, Figures figures, JsonNode known) {
    for (String theirs : new String[] {"by_invoice_month", "by_invoice_quarter"}) {
      for (Map.Entry<String, JsonNode> period : known.get(theirs).properties()) {
        String name = period.getKey();
        compared.same(name, period.getValue().get("n"), figures.in("created", name));
        compared.same(
            name,
            period.getValue().get("amount"),
            figures.find("invoiced", Optional.empty(), name, usd(Map.of())));
      }
    }
  }

  private static void ageing(Comparison compared, Company company, JsonNode known) {
    LocalDate day = LocalDate.parse(known.get("as_of").asText());
    try (KpiRun run = company.run(company.options().asOf(RealData.endOf(day.toString())))) {
      Figures figures = new Figures(run, "invoices");
      Map<String, Optional<String>> usd = usd(Map.of());
      compared.same(day + " open", known.get("open"), figures.value("open"));
      compared.same(day + " overdue", known.get("overdue"), figures.value("overdue_open"));
      compared.same(day + " owed", known.get("open_amount"), figures.by("outstanding", usd));
      compared.same(day + " overdue", known.get("overdue_amount"), figures.by("overdue", usd));
      compared.same(day + " unallocated", 0, figures.by("unallocated", usd));
      BUCKETS.forEach(
          (theirs, ours) -> {
            JsonNode bucket = known.get("buckets").get(theirs);
            Optional<String> subject = Optional.of(ours);
            compared.same(
                day + ours, bucket.get("n"), figures.find("ageing_count", subject, "all", usd));
            compared.same(
                day + ours, bucket.get("amount"), figures.find("ageing", subject, "all", usd));
          });
      String month = day.toString().substring(0, 7);
      compared.same(
          day + " dso", known.get("dso_90d"), figures.find("dso", Optional.empty(), month, usd));
      assertThat(figures.by("dso", usd)).as("null for all time").isEmpty();
      assertThat(run.brokenInvariants()).isEmpty();
    }
    // As it was then is as it is told now of then.
    try (KpiRun run =
        company.run(company.options().asOf(RealData.endOf("2014-01-09")).full(true))) {
      Figures figures = new Figures(run, "invoices");
      String month = day.toString().substring(0, 7);
      compared.same(
          day + " owed, told later",
          known.get("open_amount"),
          figures.find("outstanding", Optional.empty(), month, usd(Map.of())));
      compared.same(
          day + " overdue, told later", known.get("overdue"), figures.in("overdue_open", month));
    }
  }

  private static Map<String, Optional<String>> usd(Map<String, Optional<String>> group) {
    Map<String, Optional<String>> all = new TreeMap<>(group);
    all.put("currency", Optional.of("USD"));
    return all;
  }
}
