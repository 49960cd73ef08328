package dev.svodka.kpi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of a fixture have where it does not say. */
final class FixtureRows {
  /** What a row has where the fixture does not say; beside these: false, 0 or empty if needed. */
  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("process", 0),
          Map.entry("item_type", "deal"),
          Map.entry("run.as_of", "2026-04-01T00:00"),
          Map.entry("run.known_at", "2026-04-01T00:00"),
          Map.entry("run.last_day", "2026-03-31"),
          Map.entry("run.currency", "RUB"),
          Map.entry("run.group_limit", 200),
          Map.entry("periods.plain", true),
          Map.entry("periods.grouped", true),
          Map.entry("processes.name", "sales"),
          Map.entry("processes.any_pipeline", true),
          Map.entry("processes.tolerance", "0.01"),
          Map.entry("milestones.condition", "entered"),
          Map.entry("deadline_rules.roll", "none"),
          Map.entry("deadline_rules.by_date", true),
          Map.entry("told.kind", "changed"),
          Map.entry("told.source", "amocrm"),
          Map.entry("told.via", "hook"));

  /** The rows of tables that no run is without. */
  static final Map<String, List<Map<String, @Nullable Object>>> USUAL =
      Map.of(
          "run",
          List.of(new LinkedHashMap<>()),
          "processes",
          List.of(new LinkedHashMap<>()),
          "periods",
          List.of(
              period(0, "all", -2_000_000, 2_000_000),
              period(1, "2026-02", "2026-02-01", "2026-02-28"),
              period(2, "2026-03", "2026-03-01", "2026-03-31")));

  /**
   * A column of a table of the run.
   *
   * @param needed may not be null
   */
  record Column(String name, String type, boolean needed) {}

  private FixtureRows() {}

  private static Map<String, @Nullable Object> period(
      int id, String name, Object firstDay, Object lastDay) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("period", id);
    row.put("name", name);
    row.put("first_day", firstDay);
    row.put("last_day", lastDay);
    return row;
  }

  /**
   * What a column has that the fixture does not name: what is usual, else nothing where it may be.
   *
   * @param place of the row among the given ones, from 1
   */
  static @Nullable Object unsaid(
      String table, Column column, int place, Map<String, @Nullable Object> row) {
    Object usual = DEFAULTS.getOrDefault(table + "." + column.name, DEFAULTS.get(column.name));
    if (usual != null || !column.needed) {
      return usual;
    }
    return switch (column.name) {
      case "row_id", "id_high", "id_low", "seq" -> place;
      case "received" -> row.get("occurred");
      default ->
          switch (column.type) {
            case "BOOLEAN" -> false;
            case "VARCHAR" -> "";
            default -> 0;
          };
    };
  }
}
