package dev.svodka.kpi;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every table and view of a real run over an empty company, as an empty table each, with the run's
 * functions: what a fixture fills before its statement reads it.
 */
final class FixtureTables implements AutoCloseable {
  private static final Instant AS_OF = Instant.parse("2026-03-31T21:00:00Z");
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      working-time: {calendar: none, hours: "09:00-18:00"}
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}}
      """;

  private static final Pattern NUMBERS = Pattern.compile(".*(INT|DOUBLE|DECIMAL).*");

  /**
   * What a statement returned.
   *
   * @param words the columns that hold no numbers
   */
  record Answer(List<Map<String, @Nullable Object>> rows, Set<String> words) {}

  private final Database database;
  private final BusinessDays days;
  private final Map<String, List<FixtureRows.Column>> tables = new LinkedHashMap<>();

  FixtureTables() {
    Company company = new Company(BUSINESS);
    KpiOptions options = company.options().asOf(AS_OF);
    database = Database.open(options.tempFolder(), options.memoryLimit(), 2);
    days =
        BusinessDays.of(
            company.business(),
            Instant.parse("2025-12-31T21:00:00Z"),
            Instant.parse("2026-12-31T20:00:00Z"));
    KpiEngine.run(database, company.business(), company.feed(), options, this::look);
    for (String kind : List.of("view", "table")) {
      names(kind).forEach(name -> database.execute("drop " + kind + " if exists " + name));
    }
    tables.forEach(
        (name, columns) ->
            database.execute(
                "create table "
                    + name
                    + " ("
                    + String.join(
                        ", ", columns.stream().map(c -> c.name() + " " + c.type()).toList())
                    + ")"));
  }

  private List<String> names(String kind) {
    return database.query(
        kind,
        "select table_name from information_schema.tables where table_schema = 'main' and"
            + " table_type like ? order by table_name",
        row -> row.getString(1),
        kind.equals("view") ? "VIEW" : "%TABLE");
  }

  private void look(Database modelled) {
    modelled.query(
        "the columns",
        "select table_name, column_name, data_type, is_nullable from information_schema.columns"
            + " where table_schema = 'main' order by table_name, ordinal_position",
        row ->
            tables
                .computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                .add(
                    new FixtureRows.Column(
                        row.getString(2), row.getString(3), row.getString(4).equals("NO"))));
  }

  /**
   * Fills the tables, does the work and empties them again.
   *
   * @param given rows by table; a table that is not there has its usual rows or none
   */
  <T> T with(
      String statement,
      Map<String, List<Map<String, @Nullable Object>>> given,
      FixtureValues values,
      Supplier<T> work) {
    try {
      database.connection().setAutoCommit(false);
      Map<String, List<Map<String, @Nullable Object>>> filled =
          new LinkedHashMap<>(FixtureRows.USUAL);
      filled.putAll(given);
      for (String table : filled.keySet()) {
        if (!FixtureRows.USUAL.containsKey(table) && !reads(statement, table)) {
          throw new IllegalArgumentException("The statement reads no table " + table);
        }
        fill(table, Objects.requireNonNull(filled.get(table)), values);
      }
      if (!given.containsKey("days") && reads(statement, "days")) {
        database.append("days", days.rows());
      }
      database.insert("texts", values.texts());
      return work.get();
    } catch (SQLException e) {
      throw Database.failure("a fixture", e);
    } finally {
      rollback();
    }
  }

  private void rollback() {
    try {
      database.connection().rollback();
    } catch (SQLException e) {
      throw Database.failure("emptying the tables", e);
    }
  }

  /** One row in every table that the statement reads, with nothing in what may be null. */
  Map<String, List<Map<String, @Nullable Object>>> rowsOfNulls(String statement) {
    Map<String, List<Map<String, @Nullable Object>>> given = new LinkedHashMap<>();
    tables.forEach(
        (table, columns) -> {
          if (reads(statement, table)
              && !FixtureRows.USUAL.containsKey(table)
              && !table.equals("texts")) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            columns.stream().filter(c -> !c.needed()).forEach(c -> row.put(c.name(), null));
            given.put(table, List.of(row));
          }
        });
    given.remove("days");
    return given;
  }

  private static boolean reads(String statement, String table) {
    return Pattern.compile("\\b" + table + "\\b").matcher(statement).find();
  }

  private void fill(String table, List<Map<String, @Nullable Object>> rows, FixtureValues values) {
    List<FixtureRows.Column> columns = Objects.requireNonNull(tables.get(table), table);
    List<List<@Nullable Object>> filled = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      Map<String, @Nullable Object> left = new LinkedHashMap<>(rows.get(place));
      List<@Nullable Object> row = new ArrayList<>();
      for (FixtureRows.Column column : columns) {
        Object value =
            left.containsKey(column.name())
                ? left.remove(column.name())
                : FixtureRows.unsaid(table, column, place + 1, rows.get(place));
        row.add(values.stored(value, column.type()));
      }
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(table + " has no column " + left.keySet());
      }
      filled.add(row);
    }
    database.insert(table, filled);
  }

  /** What the file's statement returns of the tables as they are. */
  Answer answer(SqlFile file) {
    Set<String> words = new TreeSet<>();
    List<Map<String, @Nullable Object>> rows =
        database.query(
            file.name(),
            file.statement().replaceFirst("(?m)^create (table|view) \\w+ as\\b", ""),
            row -> {
              ResultSetMetaData meta = row.getMetaData();
              Map<String, @Nullable Object> found = new LinkedHashMap<>();
              for (int i = 1; i <= meta.getColumnCount(); i++) {
                found.put(meta.getColumnLabel(i), row.getObject(i));
                if (!NUMBERS.matcher(meta.getColumnTypeName(i)).matches()) {
                  words.add(meta.getColumnLabel(i));
                }
              }
              return found;
            });
    return new Answer(rows, words);
  }

  @Override
  public void close() {
    database.close();
  }
}
