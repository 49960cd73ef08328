package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An item and the kind of system that it lives in: of those that told of it a live one before
 * files.
 */
public record KpiItem(SourceKind source, String type, String id) {
  /**
   * From the columns {@code <prefix>source}, {@code …type} and {@code …id}; empty where it has no
   * source.
   */
  static Optional<KpiItem> of(ResultSet row, String prefix) throws SQLException {
    String source = row.getString(prefix + "source");
    return source == null
        ? Optional.empty()
        : Optional.of(
            new KpiItem(
                SourceKind.of(source),
                row.getString(prefix + "type"),
                row.getString(prefix + "id")));
  }
}
