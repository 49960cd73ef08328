package dev.svodka.kpi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is wrong or missing in the events that a run used. */
final class QualityCounts {
  private QualityCounts() {}

  /**
   * @param unknownStages how many events name a stage that nobody knows, which is found with them
   */
  static DataQuality read(Database database, long unknownStages) {
    TreeMap<String, Instant> last = new TreeMap<>();
    for (Map.Entry<String, Instant> source : lastEvents(database)) {
      last.put(source.getKey(), source.getValue());
    }
    return database.one(
        "data quality",
        SqlFiles.read("engine/quality.sql"),
        row ->
            new DataQuality(
                row.getLong("events"),
                row.getLong("duplicates"),
                row.getLong("late"),
                unknownStages,
                row.getLong("negative_intervals"),
                row.getLong("begun_before_history"),
                row.getLong("no_due_date"),
                row.getLong("unmatched_payments"),
                last));
  }

  private static List<Map.Entry<String, Instant>> lastEvents(Database database) {
    return database.query(
        "last event by source",
        "select cast(source as varchar), max(occurred) from events group by source",
        row -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))));
  }
}
