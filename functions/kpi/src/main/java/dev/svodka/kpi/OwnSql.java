package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a company's own statement: one query, in a transaction that cannot write, on a database that
 * reaches no file. What is wrong with it is told with file, line and fix.
 */
final class OwnSql {
  private static final List<String> COLUMNS =
      List.of(
          "kpi",
          "process",
          "subject",
          "period",
          "dimension",
          "grp",
          "currency",
          "clock",
          "value",
          "numerator",
          "denominator",
          "n");

  /** DuckDB's own parser says what a text is; it takes apart queries alone. */
  private static final String PARSED =
      """
      select json_extract_string(j, '$.error_type'), json_extract_string(j, '$.error_message'),
        cast(json_extract_string(j, '$.position') as int), json_array_length(j, '$.statements')
      from (select json_serialize_sql(cast(? as varchar)) as j)
      """;

  private static final Pattern LINE = Pattern.compile("(?s)\\s*LINE (\\d+):.*");

  private record Parse(
      Optional<String> error, Optional<String> message, int position, int statements) {}

  private final Database database;

  OwnSql(Database database) {
    this.database = database;
  }

  /**
   * The rows of a file.
   *
   * @param read runs the statement and makes rows of what it returns
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} with file, line and fix
   */
  List<KpiRow> rows(SqlFile file, Supplier<List<KpiRow>> read) {
    checkIsOneQuery(file);
    database.execute("begin transaction read only");
    try {
      checkColumns(file);
      List<KpiRow> rows = read.get();
      checkFigures(file, rows);
      return rows;
    } catch (SvodkaException e) {
      throw failed(file, e, 1 - KpiStatements.LINES_ABOVE);
    } catch (IllegalArgumentException e) {
      throw OwnKpis.wrong(
          file, firstLine(file), "a figure is %s; return numbers".formatted(e.getMessage()));
    } finally {
      database.execute("rollback");
    }
  }

  private void checkIsOneQuery(SqlFile file) {
    Parse parse =
        database
            .query(
                file.name(),
                PARSED,
                row ->
                    new Parse(
                        text(row.getString(1)),
                        text(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4)),
                file.body())
            .getFirst();
    if (parse.error().filter("parser"::equals).isPresent()) {
      byte[] bytes = file.body().getBytes(StandardCharsets.UTF_8);
      int before = Math.clamp(parse.position(), 0, bytes.length);
      int breaks =
          (int)
              new String(bytes, 0, before, StandardCharsets.UTF_8)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      throw OwnKpis.wrong(
          file, firstLine(file) + breaks, parse.message().orElse("") + "; mend the SQL there");
    }
    if (parse.error().isPresent() || parse.statements() != 1) {
      throw OwnKpis.wrong(
          file,
          firstLine(file),
          "a KPI is one query and nothing else: leave one «select» in the file");
    }
  }

  private void checkColumns(SqlFile file) {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = database.connection().prepareStatement(file.body())) {
      ResultSetMetaData columns = statement.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        found.add(columns.getColumnName(i));
      }
    } catch (SQLException e) {
      throw failed(file, Database.failure("", e), firstLine(file));
    }
    List<String> missing = COLUMNS.stream().filter(column -> !found.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw OwnKpis.wrong(
          file,
          firstLine(file),
          "the query lacks %s; return every one of %s, null where it is none"
              .formatted(String.join(", ", missing), String.join(", ", COLUMNS)));
    }
  }

  private static void checkFigures(SqlFile file, List<KpiRow> rows) {
    Set<String> declared = Set.copyOf(KpiCatalogue.definition(file, OwnKpis.FAMILY).kpis());
    Set<KpiRow> seen = new TreeSet<>(KpiRow.ORDER);
    for (KpiRow row : rows) {
      if (!declared.contains(row.kpi())) {
        throw OwnKpis.wrong(
            file,
            file.lineOf("kpi"),
            "the query returns «%s», which the header does not name; add it".formatted(row.kpi()));
      }
      if (!seen.add(row)) {
        throw OwnKpis.wrong(
            file,
            firstLine(file),
            "the query returns «%s» of %s in %s twice for one group; group by all four"
                .formatted(row.kpi(), row.process(), row.period()));
      }
    }
  }

  /**
   * DuckDB's words, and the line that they mean.
   *
   * @param sentFrom line of the file, from 1, that was the first of what was sent
   */
  private static SvodkaException failed(SqlFile file, SvodkaException e, int sentFrom) {
    if (e.code() != ErrorCode.INTERNAL || !(e.getCause() instanceof SQLException cause)) {
      return e;
    }
    String message = String.valueOf(cause.getMessage());
    Matcher line = LINE.matcher(message);
    int told = line.find() ? sentFrom - 1 + Integer.parseInt(line.group(1)) : firstLine(file);
    String said = line.replaceAll("").strip().replaceAll("\\s*\\n\\s*", "; ");
    return new SvodkaException(
        ErrorCode.INPUT_INVALID, "%s:%d: %s".formatted(file.name(), told, said), cause);
  }

  private static int firstLine(SqlFile file) {
    return file.headerLines() + 1;
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text);
  }
}
