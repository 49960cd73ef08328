package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** Events as Parquet files, in the columns of the lake. */
public final class ParquetEvents {
  private static final String VIEW = "feed";

  private final KpiOptions options;

  public ParquetEvents(KpiOptions options) {
    this.options = options;
  }

  /** Writes a stream of events, in the lake's schema, as one file. */
  public void write(BufferAllocator allocator, ArrowReader reader, Path file) {
    try (Database database = open();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      Data.exportArrayStream(allocator, reader, stream);
      database.connection().registerArrowStream(VIEW, stream);
      database.execute(
          "copy (from " + VIEW + ") to " + literal(file) + " (format parquet, compression zstd)");
      database.execute("drop view " + VIEW);
    }
  }

  /**
   * Reads a file in its own order.
   *
   * @throws SvodkaException {@code INPUT_INVALID} where it is no Parquet file of events
   */
  public void read(Path file, Consumer<ChangeEvent> consumer) {
    String sql = SqlFiles.read("engine/parquet_events.sql").replace("$file", literal(file));
    long row = 0;
    try (Database database = open();
        Statement statement = database.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        row++;
        consumer.accept(event(rows));
      }
    } catch (SQLException | IllegalArgumentException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          "%s, row %d, is no Parquet file of events: %s"
              .formatted(
                  file.getFileName(),
                  row,
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private static ChangeEvent event(ResultSet row) throws SQLException {
    return new ChangeEvent(
        row.getString("event_id"),
        row.getString("account"),
        SourceKind.of(row.getString("source")),
        Via.of(row.getString("via")),
        new ItemRef(row.getString("item_type"), row.getString("item_id")),
        text(row, "parent_id").isEmpty()
            ? Optional.empty()
            : Optional.of(new ItemRef(row.getString("parent_type"), row.getString("parent_id"))),
        Kind.of(row.getString("kind")),
        text(row, "pipeline"),
        text(row, "stage"),
        text(row, "stage_before"),
        text(row, "owner"),
        text(row, "actor"),
        text(row, "customer_id"),
        text(row, "customer_name"),
        Optional.ofNullable(row.getBigDecimal("amount")),
        text(row, "currency"),
        text(row, "due_at").map(Long::parseLong).map(Instant::ofEpochMilli),
        Instant.ofEpochMilli(row.getLong("occurred_at")),
        Instant.ofEpochMilli(row.getLong("received_at")),
        row.getLong("seq"),
        fields(row));
  }

  private static SortedMap<String, String> fields(ResultSet row) throws SQLException {
    String fields = row.getString("fields");
    return fields == null ? Collections.emptySortedMap() : EventJson.readFields(fields);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private Database open() {
    Database database =
        Database.open(options.tempFolder(), options.memoryLimit(), options.threads());
    database.execute("set preserve_insertion_order = true");
    return database;
  }

  private static String literal(Path file) {
    return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
  }
}
