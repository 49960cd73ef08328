package dev.svodka.kpi;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** Reads and writes the view of facts. */
final class Facts {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
  private static final int HOUR_SCALE = 6;
  private static final long BATCH = 65_536;
  private static final long ARROW_LIMIT = 1L << 30;

  private Facts() {}

  static List<FactItem> items(
      Database database, String kpi, String process, Optional<String> subject, int limit) {
    return database.query(
        "the items behind " + kpi,
        SqlFiles.read("engine/items.sql"),
        Facts::item,
        kpi,
        process,
        subject.orElse(null),
        subject.orElse(null),
        limit);
  }

  private static FactItem item(ResultSet row) throws SQLException {
    Optional<BigDecimal> millis = Numbers.of(row.getObject("elapsed"));
    return new FactItem(
        row.getString("item_type"),
        row.getString("item_id"),
        Optional.ofNullable(row.getString("owner")),
        Optional.ofNullable(row.getString("stage")),
        millis.map(m -> m.divide(HOUR, HOUR_SCALE, RoundingMode.HALF_EVEN)),
        Optional.ofNullable(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getString("currency")),
        Numbers.of(row.getObject("created")).map(m -> Instant.ofEpochMilli(m.longValue())),
        row.getBoolean("in_numerator"));
  }

  /** The run's database is locked and reaches no file, so the rows go over to one that is not. */
  static void writeParquet(Database database, KpiOptions options, Path file) throws IOException {
    try (BufferAllocator allocator = new RootAllocator(ARROW_LIMIT);
        Database writer =
            Database.open(options.tempFolder(), options.memoryLimit(), options.threads());
        PreparedStatement statement =
            database.connection().prepareStatement(SqlFiles.read("engine/facts_listed.sql"));
        ResultSet rows = statement.executeQuery();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      // the stream owns the reader once it is exported, and closing that twice is an error
      ArrowReader reader =
          (ArrowReader) rows.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, BATCH);
      Data.exportArrayStream(allocator, reader, stream);
      writer.connection().registerArrowStream("facts", stream);
      String path = file.toAbsolutePath().toString().replace("'", "''");
      writer.execute("copy (from facts) to '" + path + "' (format parquet, compression zstd)");
    } catch (SQLException e) {
      throw Database.failure("writing " + file.getFileName(), e);
    }
  }
}
