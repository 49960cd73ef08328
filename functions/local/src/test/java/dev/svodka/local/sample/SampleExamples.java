package dev.svodka.local.sample;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One delivery of each kind, for the documentation and for trying a function by hand. */
final class SampleExamples {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("leads%5Badd%5D", "lead-add"),
          Map.entry("leads%5Bstatus%5D", "lead-status"),
          Map.entry("leads%5Bupdate%5D", "lead-update"),
          Map.entry("leads%5Bresponsible%5D", "lead-responsible"),
          Map.entry("leads%5Bdelete%5D", "lead-delete"),
          Map.entry("leads%5Brestore%5D", "lead-restore"),
          Map.entry("leads%5Bnote%5D", "lead-note"),
          Map.entry("task%5Badd%5D", "task-add"),
          Map.entry("task%5Bupdate%5D", "task-done"),
          Map.entry("catalogs%5Badd%5D", "invoice-issued"),
          Map.entry("catalogs%5Bupdate%5D", "invoice-paid"));

  private SampleExamples() {}

  /** Name ▶ the first body of its kind. */
  static SortedMap<String, String> firstOfEach(List<Hook> hooks) {
    SortedMap<String, String> examples = new TreeMap<>();
    for (Hook hook : hooks) {
      String body = hook.body();
      int kind = body.indexOf("%5B0%5D");
      String name = NAMES.get(body.substring(0, kind));
      examples.putIfAbsent(name + ".form", body);
      if (body.contains("old_pipeline_id")) {
        examples.putIfAbsent("lead-to-another-pipeline.form", body);
      }
    }
    return examples;
  }

  /** Name ▶ an event for each function, in the shape in which AWS hands it over. */
  static SortedMap<String, String> lambdaEvents(SortedMap<String, String> examples) {
    SortedMap<String, String> events = new TreeMap<>();
    events.put("ingest-lead-status.json", httpEvent(examples.get("lead-status.form")));
    events.put("ingest-invoice-paid.json", httpEvent(examples.get("invoice-paid.form")));
    events.put("export-day.json", "{\"account\": \"romashka\", \"day\": \"2026-11-13\"}\n");
    events.put("export-pending.json", "{\"account\": \"romashka\"}\n");
    events.put("report.json", "{\"account\": \"romashka\", \"as_of\": \"2026-11-15\"}\n");
    return events;
  }

  private static String httpEvent(@Nullable String body) {
    byte[] bytes =
        requireNonNull(body, "there is no such example").getBytes(StandardCharsets.UTF_8);
    return """
        {
          "version": "2.0",
          "routeKey": "POST /hooks/{account}/{source}/{secret}",
          "rawPath": "/hooks/romashka/amo/THE-SECRET",
          "rawQueryString": "",
          "headers": {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": "%d",
            "user-agent": "amoCRM-WebHook-client/1.0"
          },
          "requestContext": {
            "apiId": "a1b2c3d4e5",
            "domainName": "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
            "http": {
              "method": "POST",
              "path": "/hooks/romashka/amo/THE-SECRET",
              "protocol": "HTTP/1.1",
              "sourceIp": "192.0.2.1",
              "userAgent": "amoCRM-WebHook-client/1.0"
            },
            "routeKey": "POST /hooks/{account}/{source}/{secret}",
            "stage": "$default"
          },
          "pathParameters": {"account": "romashka", "source": "amo", "secret": "THE-SECRET"},
          "body": "%s",
          "isBase64Encoded": true
        }
        """
        .formatted(bytes.length, Base64.getEncoder().encodeToString(bytes));
  }
}
