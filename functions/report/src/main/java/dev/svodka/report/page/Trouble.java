package dev.svodka.report.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody can mend, in the CRM or in the business file.
 *
 * @param name of the count in {@code data-quality.json}
 */
record Trouble(String name, long count) {
  /** All kinds, what changes figures the most first. */
  static List<Trouble> of(QualityScene scene) {
    return Stream.of(
            "unknown_stages", "unmatched_payments", "no_due_date", "negative_intervals", "rejected")
        .map(name -> new Trouble(name, scene.counted(name)))
        .toList();
  }

  /** {@code 3 события с неизвестным этапом}. */
  String text(QualityScene scene) {
    return scene.plural("trouble." + name, count);
  }
}
