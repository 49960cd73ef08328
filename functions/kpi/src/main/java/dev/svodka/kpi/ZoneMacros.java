package dev.svodka.kpi;

import dev.svodka.core.calendar.WorkingClock;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * The functions that DuckDB and Spark do not share, as DuckDB macros: {@code local_day(t)} days
 * since 1970 in the business's zone, {@code iso_week(t)}, {@code iso_month(t)}, {@code
 * moment_of(text)} of a date or timestamp in a field, {@code working_millis(t)} and its inverse
 * {@code working_moment(w)}.
 */
final class ZoneMacros {
  private ZoneMacros() {}

  /** Registers the macros; offsets are those of the zone between the two moments. */
  static void register(Database database, ZoneId zone, Instant from, Instant until) {
    database.execute("create macro zone_offset(t) as " + offsets(zone.getRules(), from, until));
    database.execute(
        "create macro local_day(t) as cast(floor((t + zone_offset(t)) / 86400000.0) as int)");
    database.execute(
        "create macro iso_week(t) as strftime(date '1970-01-01' + local_day(t), '%G-W%V')");
    database.execute(
        "create macro iso_month(t) as strftime(date '1970-01-01' + local_day(t), '%Y-%m')");
    database.execute(
        SqlFiles.read("engine/moment_of.sql").replace("$zone", zone.getId().replace("'", "''")));
  }

  /** The working clock; a business without working time has the wall's. */
  static void register(Database database, Optional<WorkingClock> clock) {
    if (clock.isEmpty()) {
      database.execute("create macro working_millis(t) as t");
      database.execute("create macro working_moment(w) as w");
      return;
    }
    register(database, "working_millis", clock.get()::workingMillis);
    register(database, "working_moment", clock.get()::momentOf);
  }

  private static void register(Database database, String name, LongUnaryOperator function) {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(Long.class)
          .withReturnType(Long.class)
          .withLongFunction(function)
          .register(database.connection());
    } catch (SQLException e) {
      throw Database.failure("registering " + name, e);
    }
  }

  private static String offsets(ZoneRules rules, Instant from, Instant until) {
    StringBuilder sql = new StringBuilder("case");
    Instant position = from;
    boolean branches = false;
    while (true) {
      ZoneOffsetTransition next = rules.nextTransition(position);
      if (next == null || next.getInstant().isAfter(until)) {
        break;
      }
      branches = true;
      sql.append(" when t < ")
          .append(next.getInstant().toEpochMilli())
          .append(" then ")
          .append(next.getOffsetBefore().getTotalSeconds() * 1000L);
      position = next.getInstant();
    }
    long last =
        rules.getOffset(position.isAfter(until) ? until : position).getTotalSeconds() * 1000L;
    return branches
        ? sql.append(" else ").append(last).append(" end").toString()
        : String.valueOf(last);
  }
}
