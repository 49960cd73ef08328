package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real and public data sets whose figures others have published or computed independently. */
class RealDataTest {
  private static final List<String> STATISTICS =
      List.of("n", "min", "median", "p90", "p95", "max", "mean");

  private static final String MAVEN =
      """
      account: maven
      time-zone: UTC
      currency: USD
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}, won: {stage: [Won]}, lost: {stage: [Lost]}}
          funnel: [created, won]
          success: [won]
          failure: [lost]
          group-by: [product]
          intervals: {cycle: {from: created, to: won}, lost_cycle: {from: created, to: lost}}
      imports:
        - files: "sales_pipeline*.csv"
          format: csv
          item: {type: deal, id: "{opportunity_id}"}
          owner: "{sales_agent}"
          amount: "{close_value}"
          fields: [account, product]
          events:
            - {kind: created, at: "{engage_date}", stage: Engaging}
            - {kind: moved, at: "{close_date}", stage: "{deal_stage}", when: {deal_stage: [Won, Lost]}}
      """;

  private static final String BPIC =
      """
      account: bpic
      time-zone: Europe/Amsterdam
      currency: EUR
      processes:
        declarations:
          kind: approval
          items: {type: declaration}
          milestones:
            submitted: {stage: ["Declaration SUBMITTED by *"]}
            last_submitted: {stage: ["Declaration SUBMITTED by *"], take: last}
            approved: {stage: ["Declaration FINAL_APPROVED by SUPERVISOR"], take: last}
            requested: {stage: ["Request Payment"]}
            paid: {stage: ["Payment Handled"]}
          success: [paid]
          rework: {base: submitted, stages: ["Declaration REJECTED by *"]}
          intervals:
            submit_to_payment: {from: submitted, to: paid}
            last_submit_to_payment: {from: last_submitted, to: paid}
            submit_to_approval: {from: submitted, to: approved}
            approval_to_request: {from: approved, to: requested}
            request_to_payment: {from: requested, to: paid}
      %s
      imports:
        - files: "*.xes*"
          format: xes
          item: {type: declaration, id: "{case:concept:name}"}
          owner: "{org:resource}"
      """;

  private static final List<Integer> DAYS = List.of(1, 2, 3, 5, 7, 10, 14, 21, 30);

  /** One interval a target, as the published figures have one line a target. */
  private static String withTargets() {
    StringBuilder intervals = new StringBuilder();
    for (String to : List.of("approved", "paid")) {
      for (int days : DAYS) {
        intervals.append(
            "      %s_within_%dd: {from: submitted, to: %s, target: %d days}\n"
                .formatted(to, days, to, days));
      }
    }
    return BPIC.replace("%s\n", intervals.toString());
  }

  private static final String RECEIPT =
      """
      account: receipt
      time-zone: Europe/Amsterdam
      currency: EUR
      processes:
        receipts:
          items: {type: document}
          milestones: {created: {created: true}, done: {field: enddate}}
          success: [done]
          group-by: [channel]
      imports:
        - files: "*.xes*"
          format: xes
          item: {type: document, id: "{case:concept:name}"}
          owner: "{org:resource}"
          fields: [enddate, channel]
      """;

  @Test
  void salesOpportunitiesOfMavenAnalytics() throws IOException {
    Path data = data("maven_crm");
    JsonNode known = reference(data);
    Company company = new Company(MAVEN).history(data.resolve("files/sales_pipeline.csv"));
    Comparison compared = new Comparison("maven_crm");
    try (KpiRun run = company.run("2018-01-01T00:00:00Z")) {
      Figures figures = new Figures(run, "sales");
      JsonNode headline = known.get("headline");
      compared.same("won", headline.get("won"), figures.value("succeeded"));
      compared.same("lost", headline.get("lost"), figures.value("failed"));
      compared.same("win rate", headline.get("win_rate_closed"), figures.value("win_rate"));
      compared.same(
          "open with a date", known.get("ageing_open_engaging").get("n"), figures.value("open"));
      cycles(compared, figures, known.get("cycle_hours"));
      for (Map.Entry<String, JsonNode> agent : known.get("by_agent").properties()) {
        group(compared, figures, "owner", agent.getKey(), agent.getValue());
      }
      for (Map.Entry<String, JsonNode> product : known.get("by_product").properties()) {
        String name = product.getKey().equals("GTX Pro") ? "GTXPro" : product.getKey();
        group(compared, figures, "product", name, product.getValue());
      }
      for (String period : List.of("by_close_quarter", "by_close_month")) {
        for (Map.Entry<String, JsonNode> closed : known.get(period).properties()) {
          String in = closed.getKey();
          compared.same(in + " won", closed.getValue().get("won"), figures.in("succeeded", in));
          compared.same(in + " lost", closed.getValue().get("lost"), figures.in("failed", in));
          compared.same(in, closed.getValue().get("win_rate"), figures.in("win_rate", in));
        }
      }
      for (Map.Entry<String, JsonNode> cohort : known.get("cohort_by_engage_month").properties()) {
        compared.same(
            "cohort " + cohort.getKey(),
            cohort.getValue().get("won_rate_of_cohort"),
            figures.find("conversion", Optional.of("won"), cohort.getKey(), Map.of()));
      }
      KpiRow rate = figures.row("win_rate", Optional.empty(), "all", Map.of());
      assertThat(rate.low().orElseThrow().doubleValue()).isEqualTo(0.6198869, within(5e-8));
      assertThat(rate.high().orElseThrow().doubleValue()).isEqualTo(0.6429637, within(5e-8));
      assertThat(run.brokenInvariants()).isEmpty();
    }
    for (JsonNode replay : known.get("replay_as_of")) {
      String day = replay.get("as_of").asText();
      String asOf = day.equals("2017-06-30") ? "2017-07-01T00:00:00Z" : "2017-10-01T00:00:00Z";
      try (KpiRun run = company.run(asOf)) {
        Figures figures = new Figures(run, "sales");
        compared.same(day + " open", replay.get("open"), figures.value("open"));
        compared.same(day + " won", replay.get("won_to_date"), figures.value("succeeded"));
        compared.same(day + " lost", replay.get("lost_to_date"), figures.value("failed"));
        compared.same(day + " rate", replay.get("win_rate_to_date"), figures.value("win_rate"));
        assertThat(run.brokenInvariants()).isEmpty();
      }
    }
    compared.report();
  }

  private static void cycles(Comparison compared, Figures figures, JsonNode known) {
    Map<String, String> intervals = Map.of("won", "cycle", "lost", "lost_cycle");
    intervals.forEach(
        (outcome, interval) -> {
          for (String statistic : STATISTICS) {
            compared.same(
                outcome + " " + statistic,
                known.get(outcome).get(statistic),
                figures.subject("interval_" + statistic, interval));
          }
        });
  }

  private static void group(
      Comparison compared, Figures figures, String dimension, String name, JsonNode known) {
    Map<String, Optional<String>> group = Map.of(dimension, Optional.of(name));
    compared.same(name + " won", known.get("won"), figures.by("succeeded", group));
    compared.same(name + " lost", known.get("lost"), figures.by("failed", group));
    compared.same(name + " rate", known.get("win_rate_closed"), figures.by("win_rate", group));
    compared.same(
        name + " cycle",
        known.get("cycle_days_won_median").asDouble() * 24,
        figures.find("interval_median", Optional.of("cycle"), "all", group));
  }

  @Test
  void expenseDeclarationsOfAUniversity() throws IOException {
    Path data = data("bpic2020");
    JsonNode known = reference(data);
    Comparison compared = new Comparison("bpic2020");
    try (KpiRun run =
        new Company(withTargets())
            .history(data.resolve("files/DomesticDeclarations.xes.gz"))
            .run("2019-12-31T00:00:00Z")) {
      Figures figures = new Figures(run, "declarations");
      JsonNode log = known.get("log");
      compared.same("items", log.get("cases"), figures.value("created"));
      compared.same("events", log.get("events"), figures.value("events"));
      activities(
          compared, figures, log.get("activity_event_counts"), log.get("activity_case_counts"));
      caseTimes(compared, figures, log);
      Map<String, String> intervals =
          Map.of(
              "first_submit__to__first_payment_handled", "submit_to_payment",
              "last_submit__to__first_payment_handled", "last_submit_to_payment",
              "first_submit__to__last_final_approval", "submit_to_approval",
              "last_final_approval__to__first_request_payment", "approval_to_request",
              "first_request_payment__to__first_payment_handled", "request_to_payment");
      intervals.forEach(
          (theirs, ours) -> {
            for (String statistic : STATISTICS) {
              compared.same(
                  ours + " " + statistic,
                  log.get("durations_hours").get(theirs).get(statistic),
                  figures.subject("interval_" + statistic, ours));
            }
          });
      targets(compared, figures, log.get("sla_first_submit_to_final_approval"), "approved");
      targets(compared, figures, log.get("sla_first_submit_to_payment"), "paid");
      // of all that was submitted: what was never approved is past its target; of 295 one was paid
      compared.same(
          "approved within 7 days of submitted",
          8567.0 / 10365,
          figures.subject("interval_on_target", "approved_within_7d"));
      compared.same(
          "never approved, not paid",
          294,
          figures.subject("interval_overdue_open", "approved_within_7d"));
      JsonNode outcomes = log.get("outcomes");
      compared.same("paid", outcomes.get("cases_paid"), figures.value("succeeded"));
      compared.same(
          "approved", outcomes.get("cases_final_approved"), figures.subject("reached", "approved"));
      KpiRow rework = figures.row("rework_rate", Optional.empty(), "all", Map.of());
      compared.same(
          "rejected of the submitted",
          outcomes.get("rejection_rate_of_submitted"),
          rework.value().map(BigDecimal::doubleValue));
      compared.same(
          "rejected",
          outcomes.get("cases_with_any_rejection"),
          rework.numerator().map(BigDecimal::doubleValue));
      compared.same(
          "submitted",
          outcomes.get("cases_submitted"),
          rework.denominator().map(BigDecimal::doubleValue));
      assertThat(run.brokenInvariants()).isEmpty();
    }
    compared.report();
  }

  private static void targets(Comparison compared, Figures figures, JsonNode known, String to) {
    for (int days : DAYS) {
      JsonNode within = known.get("within_" + days + "d");
      String interval = to + "_within_" + days + "d";
      KpiRow closed =
          figures.row("interval_on_target_closed", Optional.of(interval), "all", Map.of());
      compared.same(
          interval, within.get("rate_of_" + to), closed.value().map(BigDecimal::doubleValue));
      compared.same(
          interval + " n", within.get("n"), closed.numerator().map(BigDecimal::doubleValue));
    }
  }

  @Test
  void receiptPhaseOfAMunicipality() throws IOException {
    Path data = data("receipt");
    JsonNode known = reference(data);
    Comparison compared = new Comparison("receipt");
    try (KpiRun run =
        new Company(RECEIPT)
            .history(data.resolve("files/receipt.xes.gz"))
            .run("2014-01-01T00:00:00Z")) {
      Figures figures = new Figures(run, "receipts");
      JsonNode timeliness = known.get("timeliness");
      compared.same("items", known.get("cases"), figures.value("created"));
      compared.same("events", known.get("events"), figures.value("events"));
      compared.same("open", timeliness.get("open_cases"), figures.value("open"));
      compared.same("done", timeliness.get("closed_cases"), figures.value("succeeded"));
      activities(
          compared, figures, known.get("activity_event_counts"), known.get("activity_case_counts"));
      caseTimes(compared, figures, known);
      for (Map.Entry<String, JsonNode> channel :
          known.get("case_duration_hours_by_channel").properties()) {
        Map<String, Optional<String>> group = Map.of("channel", Optional.of(channel.getKey()));
        for (String statistic : List.of("n", "median", "p90")) {
          compared.same(
              channel.getKey() + " " + statistic,
              channel.getValue().get(statistic),
              figures.by("case_time_" + statistic, group));
        }
      }
      assertThat(run.brokenInvariants()).isEmpty();
    }
    compared.report();
  }

  private static void activities(
      Comparison compared, Figures figures, JsonNode events, JsonNode items) {
    for (Map.Entry<String, JsonNode> activity : events.properties()) {
      String stage = activity.getKey();
      compared.same(stage, activity.getValue(), figures.subject("entries", stage));
      compared.same(stage, activity.getValue(), figures.subject("events", stage));
      compared.same(stage, items.get(stage), figures.subject("items_with", stage));
    }
  }

  private static void caseTimes(Comparison compared, Figures figures, JsonNode known) {
    for (String statistic : STATISTICS) {
      compared.same(
          "case " + statistic,
          known.get("case_duration_hours").get(statistic),
          figures.value("case_time_" + statistic));
    }
  }

  private static JsonNode reference(Path data) throws IOException {
    return JsonMapper.builder().build().readTree(data.resolve("reference.json").toFile());
  }

  private static Path data(String name) {
    Optional<Path> data = Company.sharedData(name);
    assumeTrue(data.isPresent(), "shared/data/" + name + " is not here");
    return data.orElseThrow();
  }
}
