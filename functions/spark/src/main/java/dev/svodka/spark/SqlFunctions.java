package dev.svodka.spark;

import dev.svodka.core.business.Business;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.LocalDays;
import dev.svodka.core.calendar.WorkingClock;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The functions that DuckDB and Spark do not share, under the same names on both: {@code
 * local_day(t)} days since 1970 in the business's zone, {@code iso_week(t)}, {@code iso_month(t)},
 * {@code moment_of(text)} of a date or timestamp in a field, {@code working_millis(t)} and its
 * inverse {@code working_moment(w)}.
 */
public final class SqlFunctions {
  /** Null of null, and what it is told to do of anything else. */
  @FunctionalInterface
  private interface OfMoment<R> extends UDF1<@Nullable Long, @Nullable R> {
    R of(long millis);

    @Override
    default @Nullable R call(@Nullable Long millis) {
      return millis == null ? null : of(millis);
    }
  }

  private SqlFunctions() {}

  /** Registers the functions in a session; a business without working time has the wall's clock. */
  public static void register(SparkSession session, Business business) {
    UDFRegistration functions = session.udf();
    ZoneId zone = business.zone();
    LocalDays days = new LocalDays(zone);
    OfMoment<Integer> localDay = millis -> (int) days.localDay(millis);
    OfMoment<String> isoWeek = days::isoWeek;
    OfMoment<String> isoMonth = days::isoMonth;
    UDF1<@Nullable String, @Nullable Long> momentOf = text -> MomentText.millis(text, zone);
    functions.register("local_day", localDay, DataTypes.IntegerType);
    functions.register("iso_week", isoWeek, DataTypes.StringType);
    functions.register("iso_month", isoMonth, DataTypes.StringType);
    functions.register("moment_of", momentOf, DataTypes.LongType);
    Optional<WorkingClock> clock = Calendars.clock(business);
    OfMoment<Long> workingMillis =
        clock.isPresent() ? clock.get()::workingMillis : millis -> millis;
    OfMoment<Long> workingMoment = clock.isPresent() ? clock.get()::momentOf : worked -> worked;
    functions.register("working_millis", workingMillis, DataTypes.LongType);
    functions.register("working_moment", workingMoment, DataTypes.LongType);
  }
}
