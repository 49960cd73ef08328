package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** BPI Challenge 2020: 10,500 expense declarations of a university. */
class Bpic2020Test {
  private static final String BUSINESS =
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
    return BUSINESS.replace("%s\n", intervals.toString());
  }

  @Test
  void agreesWithTheReference() throws IOException {
    Path data = RealData.folder("bpic2020");
    JsonNode known = RealData.reference(data);
    Comparison compared = new Comparison("bpic2020");
    try (KpiRun run =
        new Company(withTargets())
            .history(data.resolve("files/DomesticDeclarations.xes.gz"))
            .run("2019-12-31T00:00:00Z")) {
      Figures figures = new Figures(run, "declarations");
      JsonNode log = known.get("log");
      compared.same("items", log.get("cases"), figures.value("created"));
      compared.same("events", log.get("events"), figures.value("events"));
      RealData.activities(
          compared, figures, log.get("activity_event_counts"), log.get("activity_case_counts"));
      RealData.caseTimes(compared, figures, log);
      Map<String, String> intervals =
          Map.of(
              "first_submit__to__first_payment_handled", "submit_to_payment",
              "last_submit__to__first_payment_handled", "last_submit_to_payment",
              "first_submit__to__last_final_approval", "submit_to_approval",
              "last_final_approval__to__first_request_payment", "approval_to_request",
              "first_request_payment__to__first_payment_handled", "request_to_payment");
      intervals.forEach(
          (theirs, ours) -> {
            for (String statistic : RealData.STATISTICS) {
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
    compared.outside("variants, transitions", "paths are no figures here");
    compared.outside(
        "by_start_year, subset_2018", "no years; a subset is a business file of its own");
    compared.outside("ageing_open_approvals", "its rule looks at the last event's name");
    compared.outside("domestic_plus_international", "the second log is not here");
    compared.outside(
        "p25, p75, p99, std, nearest rank", "the vocabulary has n … p95, mean, min, max");
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
}
