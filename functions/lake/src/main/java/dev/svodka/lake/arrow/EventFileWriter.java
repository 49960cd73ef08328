package dev.svodka.lake.arrow;

import dev.svodka.core.event.ChangeEvent;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;

/**
 * Writes events as one Arrow IPC file, batch by batch, so that memory does not grow with the file.
 * The same events in the same order give the same bytes.
 *
 * <p>ZSTD, never LZ4: what Arrow Java 19 writes with LZ4 for an empty or all-null column no other
 * implementation reads (apache/arrow-java#1196).
 */
public final class EventFileWriter implements AutoCloseable {
  static final int BATCH_ROWS = 32_768;
  private static final int ZSTD_LEVEL = 1;

  private final BufferAllocator allocator;
  private final VectorSchemaRoot root;
  private final EventVectors vectors;
  private final ArrowFileWriter writer;
  private int batchRows;
  private long rows;

  /**
   * @param out stays open when this writer is closed
   */
  public EventFileWriter(BufferAllocator parent, WritableByteChannel out) throws IOException {
    allocator = parent.newChildAllocator("event file writer", 0, Long.MAX_VALUE);
    root = VectorSchemaRoot.create(EventSchema.SCHEMA, allocator);
    vectors = new EventVectors(root);
    writer =
        new ArrowFileWriter(
            root,
            null,
            out,
            Map.of(),
            IpcOption.DEFAULT,
            CommonsCompressionFactory.INSTANCE,
            CompressionUtil.CodecType.ZSTD,
            Optional.of(ZSTD_LEVEL));
    writer.start();
  }

  public void append(ChangeEvent event) throws IOException {
    vectors.set(batchRows++, event);
    rows++;
    if (batchRows == BATCH_ROWS) {
      writeBatch();
    }
  }

  /** Events appended so far. */
  public long rows() {
    return rows;
  }

  /**
   * Completes the file; without it the file is not one that can be read.
   *
   * @return how many events the file holds
   */
  public long finish() throws IOException {
    if (batchRows > 0) {
      writeBatch();
    }
    writer.end();
    return rows;
  }

  @Override
  public void close() {
    root.close();
    allocator.close();
  }

  private void writeBatch() throws IOException {
    root.setRowCount(batchRows);
    writer.writeBatch();
    vectors.reset();
    batchRows = 0;
  }
}
