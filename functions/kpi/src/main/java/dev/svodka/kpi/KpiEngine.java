package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.WorkingClock;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes a company's figures: Arrow streams of events ▶ models ▶ KPIs ▶ invariants, all in SQL.
 */
public final class KpiEngine {
  private static final Logger LOG = LoggerFactory.getLogger(KpiEngine.class);
  private static final long ARROW_LIMIT = 2L << 30;
  private static final Duration ZONE_MARGIN = Duration.ofDays(800);
  private static final int GROUPS = 200;
  private static final int ALL_TIME_FIRST_DAY = -2_000_000;
  private static final int ALL_TIME_LAST_DAY = 2_000_000;

  /** End of the local day that a moment lies in: the as-of of a run that names none. */
  public static Instant endOfDay(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * Reads the feed once and computes everything.
   *
   * @return an open run, to be closed by the caller: reports ask it for the items behind figures
   * @throws SvodkaException where the business's own SQL is wrong, memory or disk runs out, or the
   *     feed cannot be read
   */
  public KpiRun run(Business business, EventFeed feed, KpiOptions options) {
    Database database =
        Database.locked(options.tempFolder(), options.memoryLimit(), options.threads());
    boolean done = false;
    try {
      KpiRun run = run(database, business, feed, options, modelled -> {});
      done = true;
      return run;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  /**
   * The same on a database of the caller's.
   *
   * @param modelled sees the models while what they are made of is still there
   */
  static KpiRun run(
      Database database,
      Business business,
      EventFeed feed,
      KpiOptions options,
      Consumer<Database> modelled) {
    database.runScript(new SqlFile("engine/schema.sql", SqlFiles.read("engine/schema.sql")));
    BusinessTables tables = new BusinessTables(database, business);
    tables.fields().write(database);
    GoalFigures goals = new GoalFigures(database, business, tables);
    goals.check();
    timed("load", () -> load(database, feed));

    Optional<Instant> lastEvent =
        moment(
            database,
            "select max(occurred) from told where received < coalesce(?, received + 1)",
            options.knownAt().map(Instant::toEpochMilli).orElse(null));
    Instant asOf =
        options
            .asOf()
            .or(() -> lastEvent.map(moment -> endOfDay(moment, business.zone())))
            .or(options::knownAt)
            .orElse(Instant.EPOCH);
    Instant knownAt =
        options
            .knownAt()
            .or(
                () ->
                    moment(
                            database,
                            "select max(received) from told where occurred < ?",
                            asOf.toEpochMilli())
                        .map(last -> last.plusMillis(1)))
            .orElse(asOf);
    Instant first =
        moment(
                database,
                "select min(occurred) from told where occurred < ? and received < ?",
                asOf.toEpochMilli(),
                knownAt.toEpochMilli())
            .orElse(asOf);

    ZoneMacros.register(
        database, business.zone(), first.minus(ZONE_MARGIN), asOf.plus(ZONE_MARGIN));
    Optional<WorkingClock> clock = Calendars.clock(business);
    ZoneMacros.register(database, clock);
    tables.write();
    BusinessDays days = BusinessDays.of(business, first.minus(ZONE_MARGIN), asOf.plus(ZONE_MARGIN));
    database.append("days", days.rows());
    new RuleTables(database, business, tables).write(days);
    LocalDate lastDay = Periods.lastDay(asOf, business.zone());
    database.insert(
        "run",
        List.of(
            BusinessTables.row(
                asOf.toEpochMilli(),
                knownAt.toEpochMilli(),
                (int) lastDay.toEpochDay(),
                tables.text(business.currency()),
                clock.isPresent(),
                options.full() ? Integer.MAX_VALUE : GROUPS)));
    List<Period> periods =
        Periods.of(
            LocalDate.ofInstant(first, business.zone()), asOf, business.zone(), options.full());
    writePeriods(database, periods);

    for (SqlFile model : SqlFiles.below("model")) {
      if (model.name().equals(PaymentMatching.BEFORE)) {
        timed("match", () -> PaymentMatching.run(database, business, tables.fields()));
      }
      timed(model.name(), () -> database.runScript(model));
    }
    modelled.accept(database);
    database.runScript(new SqlFile("engine/forget.sql", SqlFiles.read("engine/forget.sql")));
    List<KpiRow> rows =
        timed("kpi", () -> new KpiStatements(database, business, periods).run(goals));
    List<BrokenInvariant> broken = timed("invariant", () -> Invariants.check(database));
    broken.forEach(b -> LOG.error("Invariant {} is broken: {}", b.invariant(), b.detail()));
    QualityRows.Unknown unknown = QualityRows.unknownStages(database);
    DataQuality quality = QualityCounts.read(database, unknown.events());
    return new KpiRun(database, business, asOf, knownAt, rows, broken, quality, unknown.stages());
  }

  private static void timed(String stage, Runnable work) {
    timed(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  private static <T> T timed(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    LOG.debug("{}: {} ms", stage, (System.nanoTime() - start) / 1_000_000);
    return result;
  }

  private static void load(Database database, EventFeed feed) {
    try (BufferAllocator allocator = new RootAllocator(ARROW_LIMIT)) {
      new EventLoader(database, allocator).load(feed);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, "The events cannot be read.", e);
    }
  }

  private static Optional<Instant> moment(
      Database database, String sql, @Nullable Object... parameters) {
    return database
        .query(
            "the span of the events",
            sql,
            row -> {
              long millis = row.getLong(1);
              return row.wasNull()
                  ? Optional.<Instant>empty()
                  : Optional.of(Instant.ofEpochMilli(millis));
            },
            parameters)
        .getFirst();
  }

  private static void writePeriods(Database database, List<Period> periods) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int id = 0; id < periods.size(); id++) {
      Period period = periods.get(id);
      int firstDay = id == 0 ? ALL_TIME_FIRST_DAY : (int) period.first().toEpochDay();
      rows.add(
          BusinessTables.row(
              id,
              period.name(),
              firstDay,
              id == 0 ? ALL_TIME_LAST_DAY : (int) period.last().toEpochDay(),
              period.plain(),
              period.grouped()));
    }
    database.insert("periods", rows);
  }
}
