package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the lists behind the counts of what is wrong or missing. */
final class QualityRows {
  /** Fewer silences than these show no rhythm. */
  private static final int FEWEST_GAPS = 20;

  private QualityRows() {}

  /** The stages, and how many events name one of them or of those left out. */
  record Unknown(List<UnknownStage> stages, long events) {}

  private record Counted(UnknownStage stage, long all) {}

  static Unknown unknownStages(Database database) {
    List<Counted> rows =
        query(
            database,
            "unknown_stages",
            row ->
                new Counted(
                    new UnknownStage(
                        row.getString("process"),
                        SourceKind.of(row.getString("source")),
                        Optional.ofNullable(row.getString("pipeline")),
                        row.getString("stage"),
                        row.getLong("events"),
                        row.getLong("items"),
                        moment(row, "last_at")),
                    row.getLong("all_events")),
            QualityLists.MOST);
    return new Unknown(
        rows.stream().map(Counted::stage).toList(),
        rows.stream().mapToLong(Counted::all).findFirst().orElse(0));
  }

  static List<HeardSource> heard(Database database) {
    return query(database, "heard", QualityRows::heard, HeardSource.HOOK_DAYS);
  }

  static List<UnmatchedPayment> unmatched(Database database) {
    return query(
        database,
        "unmatched",
        row ->
            new UnmatchedPayment(
                row.getString("process"),
                item(row),
                moment(row, "moment"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                Optional.ofNullable(row.getString("customer"))),
        QualityLists.MOST);
  }

  static List<FlawedItem> flawed(Database database) {
    return query(
        database,
        "flaws",
        row ->
            new FlawedItem(
                FlawedItem.Flaw.valueOf(row.getString("flaw").toUpperCase(Locale.ROOT)),
                row.getString("process"),
                item(row),
                Optional.ofNullable(row.getString("subject")),
                Numbers.of(row.getObject("elapsed")).map(m -> Duration.ofMillis(m.longValue())),
                Optional.ofNullable(row.getString("owner")).filter(id -> !id.isEmpty())),
        QualityLists.MOST);
  }

  private static HeardSource heard(ResultSet row) throws SQLException {
    boolean rhythm = row.getLong("gaps") >= FEWEST_GAPS;
    return new HeardSource(
        SourceKind.of(row.getString("source")),
        row.getLong("events"),
        moment(row, "first_at"),
        moment(row, "last_at"),
        rhythm ? Optional.of(Duration.ofMinutes(row.getLong("longest"))) : Optional.empty(),
        Numbers.of(row.getObject("changes")).isPresent()
            ? Optional.of(new HeardSource.Hooks(row.getLong("changes"), row.getLong("lost")))
            : Optional.empty());
  }

  private static KpiItem item(ResultSet row) throws SQLException {
    return new KpiItem(
        SourceKind.of(row.getString("source")), row.getString("type"), row.getString("id"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  private static <T> List<T> query(
      Database database, String name, Database.RowMapper<T> mapper, int parameter) {
    return database.query(name, SqlFiles.read("engine/" + name + ".sql"), mapper, parameter);
  }
}
