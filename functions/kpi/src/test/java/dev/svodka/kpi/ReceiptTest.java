package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The receipt phase of a municipality's permit applications: 1,434 cases. */
class ReceiptTest {
  private static final String BUSINESS =
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
  void agreesWithTheReference() throws IOException {
    Path data = RealData.folder("receipt");
    JsonNode known = RealData.reference(data);
    Comparison compared = new Comparison("receipt");
    try (KpiRun run =
        new Company(BUSINESS)
            .history(data.resolve("files/receipt.xes.gz"))
            .run("2014-01-01T00:00:00Z")) {
      Figures figures = new Figures(run, "receipts");
      JsonNode timeliness = known.get("timeliness");
      compared.same("items", known.get("cases"), figures.value("created"));
      compared.same("events", known.get("events"), figures.value("events"));
      compared.same("open", timeliness.get("open_cases"), figures.value("open"));
      compared.same("done", timeliness.get("closed_cases"), figures.value("succeeded"));
      RealData.activities(
          compared, figures, known.get("activity_event_counts"), known.get("activity_case_counts"));
      RealData.caseTimes(compared, figures, known);
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
    compared.outside("variants, transitions, control_skips", "paths are no figures here");
    compared.outside("resources", "owners are groups, their number is no figure");
    compared.report();
  }
}
