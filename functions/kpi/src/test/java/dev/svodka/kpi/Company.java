package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.arrow.ColumnReader;
import dev.svodka.lake.arrow.EventFileWriter;
import dev.svodka.source.imports.HistoryImport;
import dev.svodka.source.imports.ImportProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** A business file and events for tests, run through real Arrow files. */
final class Company {
  private final Business business;
  private final List<List<ChangeEvent>> files = new ArrayList<>();
  private int threads = 2;
  private int batchRows = Integer.MAX_VALUE;

  Company(String yaml) {
    this(yaml, Path.of("/nowhere"));
  }

  /** A business file in a folder, where its own KPIs may lie. */
  Company(String yaml, Path folder) {
    this(
        switch (BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), folder)) {
          case BusinessFile.Parsed.Valid valid -> valid.business();
          case BusinessFile.Parsed.Invalid invalid ->
              throw new IllegalArgumentException(invalid.problems().toString());
        });
  }

  Company(Business business) {
    this.business = business;
  }

  Business business() {
    return business;
  }

  Company threads(int count) {
    threads = count;
    return this;
  }

  /** Files of record batches of so many rows. */
  Company batches(int rows) {
    batchRows = rows;
    return this;
  }

  Company file(List<ChangeEvent> events) {
    files.add(List.copyOf(events));
    return this;
  }

  /** The events of a history file, as the business file's imports read it. */
  Company history(Path file) {
    List<ChangeEvent> events = new ArrayList<>();
    new HistoryImport(business, (name, line, field, reason) -> {}, ImportProgress.NONE)
        .read(List.of(file), events::add);
    return file(events);
  }

  KpiRun run(String asOf) {
    return run(options().asOf(Instant.parse(asOf)));
  }

  KpiRun run(KpiOptions options) {
    return new KpiEngine().run(business, feed(), options);
  }

  KpiOptions options() {
    return new KpiOptions(
        Optional.empty(),
        Optional.empty(),
        false,
        Path.of(System.getProperty("java.io.tmpdir")),
        2L << 30,
        threads);
  }

  EventFeed feed() {
    return (allocator, columns, consumer) -> {
      for (List<ChangeEvent> file : files) {
        try (ArrowReader reader =
            new ColumnReader(
                allocator, "events.arrow", new ByteArrayInputStream(bytes(file)), columns)) {
          consumer.accept(reader);
        }
      }
    };
  }

  private byte[] bytes(List<ChangeEvent> events) throws IOException {
    byte[] file = arrow(events);
    return events.size() <= batchRows ? file : SmallBatches.cut(file, batchRows);
  }

  private static byte[] arrow(List<ChangeEvent> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BufferAllocator allocator = new RootAllocator();
        EventFileWriter writer = new EventFileWriter(allocator, Channels.newChannel(bytes))) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String json(KpiRun run) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      run.writeJson(out, "test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** {@code shared/data/name} in a folder above, where the real data lie. */
  static Optional<Path> sharedData(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path data = folder.resolve("shared/data").resolve(name);
      if (Files.exists(data)) {
        return Optional.of(data);
      }
      folder = folder.getParent();
    }
    return Optional.of(Path.of("/work/shared/data").resolve(name)).filter(Files::exists);
  }
}
