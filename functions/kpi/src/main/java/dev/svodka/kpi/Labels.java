package dev.svodka.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that figures name, by their numbers. A join with all texts in every statement would
 * cost more than the statements: most texts, such as told dates, stand in no figure.
 */
final class Labels {
  private static final String NAMED =
      """
      select t.text_id, t.text
      from texts t
      join (
        select subject as text_id from totals union select grp from totals
        union select currency from totals union select subject from time_totals
        union select grp from time_totals) named on named.text_id = t.text_id
      """;

  private final Database database;
  private final Map<Integer, String> texts = new HashMap<>();

  Labels(Database database) {
    this.database = database;
    database
        .query("the labels", NAMED, row -> Map.entry(row.getInt(1), row.getString(2)))
        .forEach(label -> texts.put(label.getKey(), label.getValue()));
  }

  /** The text whose number stands in the column; empty where it is null. */
  Optional<String> of(ResultSet row, String column) throws SQLException {
    int id = row.getInt(column);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(texts.computeIfAbsent(id, this::lookedUp));
  }

  private String lookedUp(int id) {
    String look = "select text from texts where text_id = ?";
    return database.query("texts", look, row -> row.getString(1), id).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("of no text of the table «texts»: " + id));
  }
}
