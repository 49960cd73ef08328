package dev.svodka.kpi;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Rules that every run has to keep: each statement returns no row when all is well. */
final class Invariants {
  private Invariants() {}

  static List<BrokenInvariant> check(Database database) {
    List<BrokenInvariant> broken = new ArrayList<>();
    for (SqlFile file : files()) {
      String name = name(file);
      database.query(file.name(), file.statement(), Invariants::told).stream()
          .findFirst()
          .ifPresent(detail -> broken.add(new BrokenInvariant(name, detail)));
    }
    return broken;
  }

  static List<String> names() {
    return files().stream().map(Invariants::name).toList();
  }

  private static List<SqlFile> files() {
    return SqlFiles.below("invariant");
  }

  private static String name(SqlFile file) {
    return file.name().substring("invariant/".length()).replace(".sql", "");
  }

  private static String told(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    StringJoiner told = new StringJoiner(", ");
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      told.add(columns.getColumnLabel(i) + " " + row.getObject(i));
    }
    return told.toString();
  }
}
