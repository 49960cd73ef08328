package dev.svodka.source.imports;

import dev.svodka.core.event.ChangeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads files of our own events in columns: Arrow and Parquet, whose libraries this package lacks.
 */
public interface ColumnFiles {
  /**
   * Gives the events of a file, in its order.
   *
   * @throws dev.svodka.core.error.SvodkaException where the file is no file of events
   */
  void read(Path file, Consumer<ChangeEvent> sink) throws IOException;
}
