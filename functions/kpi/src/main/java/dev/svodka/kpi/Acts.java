package dev.svodka.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what has to be done of a run. */
final class Acts {
  private Acts() {}

  static List<Act> of(Database database) {
    return database.query("what has to be done", SqlFiles.read("engine/acts.sql"), Acts::act);
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        Act.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
        row.getString("process"),
        Optional.ofNullable(row.getString("subject")),
        KpiItem.of(row, "").orElseThrow(),
        KpiItem.of(row, "parent_"),
        Optional.ofNullable(row.getString("owner")),
        moment(row, "since"),
        moment(row, "passes").map(passes -> passes.minusMillis(1)),
        Optional.ofNullable(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getString("currency")));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(Instant::ofEpochMilli);
  }
}
