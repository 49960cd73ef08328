package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Maven Analytics' CRM sales opportunities: 8,800 deals of 30 agents. */
class MavenCrmTest {
  private static final String BUSINESS =
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

  @Test
  void agreesWithTheReference() throws IOException {
    Path data = RealData.folder("maven_crm");
    JsonNode known = RealData.reference(data);
    Company company = new Company(BUSINESS).history(data.resolve("files/sales_pipeline.csv"));
    Comparison compared = new Comparison("maven_crm");
    try (KpiRun run = company.run("2018-01-01T00:00:00Z")) {
      Figures figures = new Figures(run, "sales");
      JsonNode headline = known.get("headline");
      compared.same("won", headline.get("won"), figures.value("succeeded"));
      compared.same("lost", headline.get("lost"), figures.value("failed"));
      compared.same("money won", headline.get("revenue_won"), won(figures, "all", Map.of()));
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
          compared.same(
              in + " money", closed.getValue().get("revenue"), won(figures, in, Map.of()));
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
        compared.same(day + " money", replay.get("revenue_to_date"), won(figures, "all", Map.of()));
        compared.same(day + " rate", replay.get("win_rate_to_date"), figures.value("win_rate"));
        assertThat(run.brokenInvariants()).isEmpty();
      }
    }
    compared.outside("by_region, by_manager, by_sector", "facts of other tables than the deals'");
    compared.outside("age buckets of open deals", "ages are told by stage, buckets are of money");
    compared.outside(
        "closed cycles, p25, p75, p99, std", "an interval ends in one milestone; n … p95");
    compared.report();
  }

  private static void cycles(Comparison compared, Figures figures, JsonNode known) {
    Map<String, String> intervals = Map.of("won", "cycle", "lost", "lost_cycle");
    intervals.forEach(
        (outcome, interval) -> {
          for (String statistic : RealData.STATISTICS) {
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
    compared.same(name + " money", known.get("revenue_won"), won(figures, "all", group));
    compared.same(name + " rate", known.get("win_rate_closed"), figures.by("win_rate", group));
    compared.same(
        name + " cycle",
        known.get("cycle_days_won_median").asDouble() * 24,
        figures.find("interval_median", Optional.of("cycle"), "all", group));
  }

  /** The money won stands under the win rate by money. */
  private static Optional<Double> won(
      Figures figures, String period, Map<String, Optional<String>> group) {
    Map<String, Optional<String>> usd = new TreeMap<>(group);
    usd.put("currency", Optional.of("USD"));
    return figures
        .row("win_rate_amount", Optional.empty(), period, usd)
        .numerator()
        .map(BigDecimal::doubleValue);
  }
}
