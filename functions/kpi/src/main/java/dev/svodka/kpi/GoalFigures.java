package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Goal;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plan of a month beside its fact, for the KPIs of goals: a goal may be on any KPI. */
final class GoalFigures {
  private final Database database;
  private final Business business;
  private final BusinessTables tables;

  GoalFigures(Database database, Business business, BusinessTables tables) {
    this.database = database;
    this.business = business;
    this.tables = tables;
  }

  /** Fills the table with the goals of the periods that are shown. */
  void write(List<KpiRow> rows, List<Period> periods) {
    if (business.goals().isEmpty()) {
      return;
    }
    List<String> names = periods.stream().map(Period::name).toList();
    List<String> processes = List.copyOf(business.processes().keySet());
    Map<String, String> units = units();
    List<List<@Nullable Object>> figures = new ArrayList<>();
    for (Goal goal : business.goals()) {
      int period = names.indexOf(goal.month().toString());
      if (period >= 0) {
        String unit = Objects.requireNonNull(units.get(goal.kpi()));
        boolean money = unit.startsWith("money");
        figures.add(
            BusinessTables.row(
                processes.indexOf(goal.process()),
                tables.text(goal.kpi()),
                period,
                goal.owner().map(owner -> "owner").orElse(null),
                goal.owner().map(tables::text).orElse(null),
                money ? tables.text(business.currency()) : null,
                goal.value().doubleValue(),
                fact(rows, goal, money).map(BigDecimal::doubleValue).orElse(null),
                unit));
      }
    }
    database.insert("goal_figures", figures);
  }

  /**
   * Whether there is such a KPI for every goal.
   *
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} where there is none
   */
  void check() {
    Map<String, String> units = business.goals().isEmpty() ? Map.of() : units();
    for (Goal goal : business.goals()) {
      if (!units.containsKey(goal.kpi())) {
        throw new SvodkaException(
            ErrorCode.BUSINESS_FILE_INVALID,
            "goals: there is no KPI `"
                + goal.kpi()
                + "`; write one of those that `svodka kpis` lists, such as win_rate");
      }
    }
  }

  private Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    KpiCatalogue.with(business.folder())
        .forEach(kpi -> kpi.kpis().forEach(id -> units.put(id, kpi.unit())));
    return units;
  }

  private Optional<BigDecimal> fact(List<KpiRow> rows, Goal goal, boolean money) {
    SortedMap<String, Optional<String>> group = new TreeMap<>();
    goal.owner().ifPresent(owner -> group.put("owner", Optional.of(owner)));
    if (money) {
      group.put("currency", Optional.of(business.currency()));
    }
    return rows.stream()
        .filter(row -> row.kpi().equals(goal.kpi()) && row.process().equals(goal.process()))
        .filter(row -> row.period().equals(goal.month().toString()))
        .filter(row -> row.subject().isEmpty() && row.group().equals(group))
        .findFirst()
        .flatMap(KpiRow::value);
  }
}
