package dev.svodka.local.history;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.ParquetEvents;
import dev.svodka.lake.arrow.EventFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;

/** Arrow and Parquet files of our own events. */
record OwnEventFiles(BufferAllocator allocator) {
  void read(Path file, Consumer<ChangeEvent> sink) throws IOException {
    if (file.toString().endsWith(".parquet")) {
      KpiOptions options = KpiOptions.of(Path.of(System.getProperty("java.io.tmpdir")));
      new ParquetEvents(options).read(file, sink);
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      EventFileReader.forEach(allocator, String.valueOf(file.getFileName()), in, sink);
    }
  }
}
