package dev.svodka.local.generate;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.ParquetEvents;
import dev.svodka.lake.arrow.ColumnReader;
import dev.svodka.lake.arrow.EventColumn;
import dev.svodka.lake.arrow.EventFileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Writes a synthetic company as events.csv, events.arrow, events.parquet and business.yaml. */
public final class GeneratedFiles {
  private static final String ACCOUNT = "romashka";
  private static final long ARROW_BYTES = 512L << 20;

  private final EventsCsv csv;
  private final EventFileWriter arrow;
  private final LongConsumer done;
  private long begun;

  private GeneratedFiles(EventsCsv csv, EventFileWriter arrow, LongConsumer done) {
    this.csv = csv;
    this.arrow = arrow;
    this.done = done;
  }

  /**
   * Writes the files.
   *
   * @param done told of how many items have begun
   * @return how many events there are
   */
  public static long write(Path folder, long items, long seed, LongConsumer done)
      throws IOException {
    Path arrowFile = folder.resolve("events.arrow");
    try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES)) {
      long events = 0;
      try (EventsCsv csv = new EventsCsv(folder.resolve("events.csv"));
          FileChannel out =
              FileChannel.open(arrowFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          EventFileWriter arrow = new EventFileWriter(allocator, out)) {
        GeneratedFiles files = new GeneratedFiles(csv, arrow, done);
        new SyntheticCompany(ACCOUNT, items, seed).tell(files::append);
        events = arrow.finish();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      try (InputStream in = Files.newInputStream(arrowFile);
          ColumnReader reader =
              new ColumnReader(allocator, "events.arrow", in, EventColumn.NAMES)) {
        new ParquetEvents(KpiOptions.of(folder))
            .write(allocator, reader, folder.resolve("events.parquet"));
      }
      writeBusiness(folder.resolve("business.yaml"));
      return events;
    }
  }

  private void append(ChangeEvent event) {
    try {
      csv.append(event);
      arrow.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (event.kind() == Kind.CREATED) {
      done.accept(++begun);
    }
  }

  /** The project's sample business file, and how events.csv is read by it. */
  private static void writeBusiness(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (String resource : List.of("/events/business.yaml", "/generate/imports.yaml")) {
        try (InputStream in = GeneratedFiles.class.getResourceAsStream(resource)) {
          if (in == null) {
            throw new IOException("no resource " + resource);
          }
          in.transferTo(out);
        }
      }
    }
  }
}
