package dev.svodka.local.sample;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
