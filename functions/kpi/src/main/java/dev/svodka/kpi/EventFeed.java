package dev.svodka.kpi;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/**
 * Where the engine gets a company's events from: Arrow streams in the schema of the lake, one after
 * another.
 */
public interface EventFeed {
  /**
   * Opens each stream in turn and hands it over once; the consumer reads it to its end, the feed
   * closes it.
   *
   * @param columns the columns that are needed; the streams may leave out the others
   */
  void forEach(BufferAllocator allocator, List<String> columns, Consumer<ArrowReader> consumer)
      throws IOException;
}
