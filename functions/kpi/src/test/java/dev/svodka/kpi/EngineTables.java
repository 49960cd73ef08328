package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.event.ChangeEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run reads and makes, for another engine to compare with.
 *
 * @param tables every table and view, those of the models among them, by name
 * @param answers what each KPI and invariant returns, by the name of its file
 */
public record EngineTables(
    Business business, Map<String, Table> tables, Map<String, Table> answers) {
  /** Columns as {@code name type, name type}, in types that every SQL knows, and the rows. */
  public record Table(String columns, List<List<@Nullable Object>> rows) {}

  /** A small company that wanders at random. */
  public static EngineTables ofRandomCompany(long seed, int items, Instant asOf) {
    return of(new Company(RandomCompany.BUSINESS).file(RandomCompany.events(seed, items)), asOf);
  }

  public static EngineTables of(Business business, List<ChangeEvent> events, Instant asOf) {
    return of(new Company(business).file(events), asOf);
  }

  private static EngineTables of(Company company, Instant asOf) {
    Map<String, Table> tables = new LinkedHashMap<>();
    Map<String, Table> answers = new LinkedHashMap<>();
    Consumer<Database> read =
        database -> {
          names(database).forEach(name -> tables.put(name, table(database, "from " + name)));
          for (String folder : List.of("kpi", "invariant")) {
            SqlFiles.below(folder)
                .forEach(file -> answers.put(file.name(), table(database, file.statement())));
          }
        };
    KpiOptions options = company.options().asOf(asOf);
    try (Database database = Database.open(options.tempFolder(), options.memoryLimit(), 2)) {
      KpiEngine.run(database, company.business(), company.feed(), options, read);
    }
    return new EngineTables(company.business(), tables, answers);
  }

  /** What DuckDB makes of texts that name a moment, in milliseconds; null where one names none. */
  public static List<@Nullable Long> momentsOf(List<String> texts, ZoneId zone) {
    KpiOptions options = new Company(RandomCompany.BUSINESS).options();
    try (Database database = Database.open(options.tempFolder(), options.memoryLimit(), 1)) {
      ZoneMacros.register(database, zone, Instant.EPOCH, Instant.EPOCH);
      List<@Nullable Long> moments = new ArrayList<>();
      for (String text : texts) {
        moments.addAll(
            database.query(text, "select moment_of(?)", EngineTables::moment, text).getFirst());
      }
      return moments;
    }
  }

  private static List<@Nullable Long> moment(ResultSet row) throws SQLException {
    return Collections.singletonList(row.getObject(1, Long.class));
  }

  private static List<String> names(Database database) {
    return database.query(
        "the tables",
        "select table_name from information_schema.tables where table_schema = 'main'"
            + " order by table_name",
        row -> row.getString(1));
  }

  private static Table table(Database database, String sql) {
    List<String> columns =
        database.query(
            sql,
            "describe " + sql,
            row -> row.getString("column_name") + " " + type(row.getString("column_type")));
    return new Table(String.join(", ", columns), database.query(sql, sql, EngineTables::row));
  }

  private static String type(String duckdb) {
    if (duckdb.startsWith("ENUM")) {
      return "string";
    }
    return switch (duckdb) {
      case "VARCHAR" -> "string";
      case "HUGEINT" -> "decimal(38, 0)";
      default -> duckdb;
    };
  }

  private static List<@Nullable Object> row(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      values.add(row.getObject(i));
    }
    return Collections.unmodifiableList(values);
  }
}
