package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs the KPI statements and makes rows of what they return. */
final class KpiStatements {
  private static final String GOALS = "kpi/goals/";

  /** What stands above a file's text in the statement that is run. */
  static final int LINES_ABOVE = 4;

  private final Database database;
  private final Business business;
  private final List<Period> periods;
  private final List<String> processes;
  private final Labels labels;

  KpiStatements(Database database, Business business, List<Period> periods) {
    this.database = database;
    this.business = business;
    this.periods = periods;
    this.processes = List.copyOf(business.processes().keySet());
    this.labels = new Labels(database);
  }

  /** Sorted rows of all KPIs, the company's own among them. */
  List<KpiRow> run(GoalFigures goals) {
    List<KpiRow> rows = new ArrayList<>();
    for (SqlFile file : SqlFiles.below("kpi")) {
      if (!file.name().startsWith(GOALS)) {
        rows.addAll(rows(file, KpiCatalogue.definition(file)));
      }
    }
    OwnSql own = new OwnSql(database);
    for (SqlFile file : OwnKpis.in(business.folder())) {
      KpiDefinition definition = KpiCatalogue.definition(file, OwnKpis.FAMILY);
      rows.addAll(own.rows(file, () -> rows(file, definition)));
    }
    goals.write(rows, periods);
    SqlFiles.below("kpi/goals")
        .forEach(file -> rows.addAll(rows(file, KpiCatalogue.definition(file))));
    return sorted(rows);
  }

  private List<KpiRow> rows(SqlFile file, KpiDefinition definition) {
    String sql =
        """
        select k.kpi, k.process, k.subject, k.period, k.dimension, k.grp, k.currency, k.clock,
          k.value, k.numerator, k.denominator, k.n, %s as unit
        from (
        %s
        ) k
        """
            .formatted(definition.unitOfRow() ? "k.unit" : "null", file.statement());
    return database.query(file.name(), sql, row -> row(definition, row));
  }

  private KpiRow row(KpiDefinition definition, ResultSet row) throws SQLException {
    Period period = numbered(row, "period", periods);
    SortedMap<String, Optional<String>> group = new TreeMap<>();
    String dimension = row.getString("dimension");
    if (dimension != null) {
      group.put(dimension, labels.of(row, "grp"));
    }
    labels.of(row, "currency").ifPresent(currency -> group.put("currency", Optional.of(currency)));
    Optional<BigDecimal> numerator = Numbers.of(row.getObject("numerator"));
    Optional<BigDecimal> denominator = Numbers.of(row.getObject("denominator"));
    Optional<Numbers.Wilson> wilson =
        definition.wilson() && numerator.isPresent() && denominator.isPresent()
            ? Numbers.wilson(numerator.get().longValue(), denominator.get().longValue())
            : Optional.empty();
    String unit = text(row, "unit").orElse(definition.unit());
    return new KpiRow(
        row.getString("kpi"),
        numbered(row, "process", processes),
        labels.of(row, "subject"),
        period.name(),
        group,
        unit,
        text(row, "clock"),
        Numbers.of(row.getObject("value")).map(v -> unit.startsWith("money") ? money(v) : v),
        numerator,
        denominator,
        wilson.map(Numbers.Wilson::low),
        wilson.map(Numbers.Wilson::high),
        Numbers.of(row.getObject("n")).map(BigDecimal::longValue),
        period.partial());
  }

  private static <T> T numbered(ResultSet row, String column, List<T> all) throws SQLException {
    int number = row.getInt(column);
    if (row.wasNull() || number < 0 || number >= all.size()) {
      throw new IllegalArgumentException(
          "of no %s of the table «%s»"
              .formatted(column, column.equals("period") ? "periods" : "processes"));
    }
    return all.get(number);
  }

  private static List<KpiRow> sorted(List<KpiRow> rows) {
    return rows.stream()
        .map(row -> Map.entry(row.sortKey(), row))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static BigDecimal money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    @Nullable String value = row.getString(column);
    return Optional.ofNullable(value);
  }
}
