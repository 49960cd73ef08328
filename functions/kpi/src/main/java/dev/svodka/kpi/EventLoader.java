package dev.svodka.kpi;

import java.io.IOException;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** Loads Arrow streams of events into the narrow table {@code told}, each in one scan. */
final class EventLoader {
  static final List<String> COLUMNS =
      List.of(
          "event_id",
          "source",
          "via",
          "item_type",
          "item_id",
          "kind",
          "pipeline",
          "stage",
          "stage_before",
          "owner",
          "amount",
          "currency",
          "occurred_at",
          "received_at",
          "seq",
          "fields",
          "parent_type",
          "parent_id",
          "customer_id",
          "customer_name",
          "due_at");
  private static final String VIEW = "feed";

  private final Database database;
  private final BufferAllocator allocator;
  private final SqlFile script = new SqlFile("engine/load.sql", SqlFiles.read("engine/load.sql"));

  EventLoader(Database database, BufferAllocator allocator) {
    this.database = database;
    this.allocator = allocator;
  }

  void load(EventFeed feed) throws IOException {
    feed.forEach(allocator, COLUMNS, this::load);
  }

  private void load(ArrowReader reader) {
    try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      Data.exportArrayStream(allocator, reader, stream);
      database.connection().registerArrowStream(VIEW, stream);
      database.runScript(script);
      database.execute("drop view " + VIEW);
    }
  }
}
