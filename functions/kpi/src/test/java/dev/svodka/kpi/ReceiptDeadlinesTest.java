package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deadlines of a municipality's permit applications, by date and by timestamp. */
class ReceiptDeadlinesTest {
  private static final String BUSINESS =
      """
      account: receipt
      time-zone: Europe/Amsterdam
      currency: EUR
      processes:
        receipts:
          items: {type: document}
          milestones: {created: {created: true}, started: {field: startdate}, done: {field: enddate}}
          success: [done]
          group-by: [channel, department]
          intervals: {permit: {from: started, to: done}}
          deadline: {due: {field: DUE}, done: done, by: JUDGED}
      imports:
        - files: "*.xes*"
          format: xes
          item: {type: document, id: "{case:concept:name}"}
          owner: "{org:resource}"
          fields: [startdate, enddate, deadline, enddate_planned, channel, department]
      """;

  @Test
  void agreesWithTheReference() throws IOException {
    Path data = RealData.folder("receipt");
    JsonNode known = RealData.reference(data);
    Comparison compared = new Comparison("receipt, deadlines");
    for (String due : new String[] {"deadline", "enddate_planned"}) {
      Company byDate = company(data, due, "date");
      try (KpiRun run = byDate.run("2014-01-01T00:00:00Z")) {
        Figures figures = new Figures(run, "receipts");
        JsonNode dates = known.get("timeliness").get("vs_" + due + "_calendar_date_only");
        compared.same(due, dates.get("on_time_rate"), figures.value("on_time_rate_closed"));
        KpiRow rate = figures.row("on_time_rate_closed", Optional.empty(), "all", Map.of());
        compared.same(due, dates.get("n"), rate.denominator().map(Number::doubleValue));
        compared.same(due, dates.get("on_time"), rate.numerator().map(Number::doubleValue));
        assertThat(run.brokenInvariants()).isEmpty();
      }
      Company byTimestamp = company(data, due, "timestamp");
      try (KpiRun run = byTimestamp.run("2014-01-01T00:00:00Z")) {
        Figures figures = new Figures(run, "receipts");
        timestamps(compared, figures, known.get("timeliness").get("vs_" + due), Map.of());
        if (due.equals("deadline")) {
          for (String group : new String[] {"channel", "department"}) {
            for (Map.Entry<String, JsonNode> entry :
                known.get("timeliness_by_" + group + "_vs_deadline").properties()) {
              timestamps(
                  compared, figures, entry.getValue(), Map.of(group, Optional.of(entry.getKey())));
            }
          }
          started(compared, figures, known.get("timeliness").get("startdate_to_enddate_days"));
        }
        assertThat(run.brokenInvariants()).isEmpty();
      }
    }
    Instant asOf = Instant.parse("2012-01-23T23:00:00Z");
    compared.same(
        "overdue by timestamp", 39, overdue(company(data, "deadline", "timestamp"), asOf));
    compared.same("overdue by date", 37, overdue(company(data, "deadline", "date"), asOf));
    compared.outside("days_enddate_minus_due_all", "early days are not netted against late ones");
    compared.outside("open_cases_ageing_past_deadline", "ageing is of money");
    compared.report();
  }

  private static Company company(Path data, String due, String by) {
    return new Company(BUSINESS.replace("DUE", due).replace("JUDGED", by))
        .history(data.resolve("files/receipt.xes.gz"));
  }

  private static Optional<Double> overdue(Company company, Instant asOf) {
    try (KpiRun run = company.run(company.options().asOf(asOf))) {
      assertThat(run.brokenInvariants()).isEmpty();
      Figures figures = new Figures(run, "receipts");
      assertThat(figures.value("open")).contains(105.0);
      return figures.value("overdue_open");
    }
  }

  private static void timestamps(
      Comparison compared, Figures figures, JsonNode known, Map<String, Optional<String>> group) {
    String name = "by timestamp " + group;
    KpiRow rate = figures.row("on_time_rate_closed", Optional.empty(), "all", group);
    compared.same(name, known.get("n"), rate.denominator().map(Number::doubleValue));
    compared.same(name, known.get("on_time"), rate.numerator().map(Number::doubleValue));
    compared.same(name, known.get("on_time_rate"), rate.value().map(Number::doubleValue));
    JsonNode late = known.get("days_late_of_late");
    if (late.get("n").asInt() > 0) {
      compared.same(name, late.get("mean"), figures.by("days_late_of_late_mean", group));
      compared.same(name, late.get("median"), figures.by("days_late_of_late_median", group));
      double sum = late.get("sum").asDouble() / known.get("n").asDouble();
      compared.same(name, sum, figures.by("days_late_mean", group));
    }
  }

  private static void started(Comparison compared, Figures figures, JsonNode days) {
    // Intervals whose end lies before their beginning are left out by definition: two of them.
    compared.outside("startdate_to_enddate n " + days.get("n"), "negative ones are listed apart");
    compared.same(
        "permit max", days.get("max").asDouble() * 24, figures.subject("interval_max", "permit"));
  }
}
