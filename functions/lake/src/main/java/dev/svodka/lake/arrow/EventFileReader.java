package dev.svodka.lake.arrow;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** Reads an Arrow file back as events, one batch in memory at a time. */
public final class EventFileReader implements AutoCloseable {
  private final String name;
  private final BufferAllocator allocator;
  private final ColumnReader reader;
  private @Nullable EventVectors vectors;
  private int batchRows;
  private int row;
  private long rows;

  /**
   * @param name what the stream is called in messages to the user
   * @param in closed with this reader
   */
  public EventFileReader(BufferAllocator parent, String name, InputStream in) {
    this.name = name;
    allocator = parent.newChildAllocator("event file reader", 0, Long.MAX_VALUE);
    reader = new ColumnReader(allocator, name, in, EventColumn.NAMES);
  }

  /**
   * The next event; empty at the end of the file.
   *
   * @throws SvodkaException where the file is damaged or a row is no event
   */
  public Optional<ChangeEvent> next() throws IOException {
    EventVectors open = vectors;
    while (open == null || row == batchRows) {
      if (!reader.loadNextBatch()) {
        return Optional.empty();
      }
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      open = new EventVectors(root);
      vectors = open;
      batchRows = root.getRowCount();
      row = 0;
    }
    rows++;
    try {
      return Optional.of(open.get(row++));
    } catch (IllegalArgumentException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, "%s, row %d: %s".formatted(name, rows, e.getMessage()), e);
    }
  }

  /** Reads a whole file. */
  public static long forEach(
      BufferAllocator parent, String name, InputStream in, Consumer<ChangeEvent> consumer)
      throws IOException {
    try (EventFileReader reader = new EventFileReader(parent, name, in)) {
      for (Optional<ChangeEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
        consumer.accept(event.get());
      }
      return reader.rows;
    }
  }

  /**
   * Counts the events of a file without reading any column.
   *
   * @throws SvodkaException where the file is not complete
   */
  public static long count(BufferAllocator parent, String name, InputStream in) throws IOException {
    try (BufferAllocator allocator =
            parent.newChildAllocator("event file counter", 0, Long.MAX_VALUE);
        ColumnReader reader = new ColumnReader(allocator, name, in, List.of())) {
      long rows = 0;
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
      return rows;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    allocator.close();
  }
}
