package dev.svodka.export;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.arrow.EventFileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Puts events in order. What does not fit into memory is spilled to sorted files in the temporary
 * folder, which are merged at the end.
 */
final class EventSorter implements AutoCloseable {
  private static final long HEAP_BYTES_A_ROW = 3_072;

  private static final Comparator<ChangeEvent> ORDER =
      Comparator.comparing(ChangeEvent::occurredAt)
          .thenComparing(event -> event.receivedAt())
          .thenComparingLong(ChangeEvent::seq)
          .thenComparing(ChangeEvent::eventId);

  /** Takes the events in order. */
  interface Sink {
    void accept(ChangeEvent event) throws IOException;
  }

  private record Head(ChangeEvent event, EventFileReader rest) {}

  private final BufferAllocator allocator;
  private final int rowsInMemory;
  private final List<Path> runs = new ArrayList<>();
  private final List<ChangeEvent> events = new ArrayList<>();

  EventSorter(BufferAllocator allocator, int rowsInMemory) {
    this.allocator = allocator;
    this.rowsInMemory = rowsInMemory;
  }

  /** As many events as fill some 40 % of the heap, an event taking about 1.2 KB. */
  static int rowsThatFit() {
    return (int) Math.min(2_000_000, Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_ROW);
  }

  void add(ChangeEvent event) {
    if (events.size() == rowsInMemory) {
      try {
        spill();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    events.add(event);
  }

  /** Hands all events over, once. */
  void forEach(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      events.sort(ORDER);
      for (ChangeEvent event : events) {
        sink.accept(event);
      }
    } else {
      spill();
      merge(sink);
    }
  }

  private void spill() throws IOException {
    events.sort(ORDER);
    Path run = Files.createTempFile("svodka-export", ".arrow");
    runs.add(run);
    try (FileChannel out = FileChannel.open(run, StandardOpenOption.WRITE);
        EventFileWriter writer = new EventFileWriter(allocator, out)) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      writer.finish();
    }
    events.clear();
  }

  private void merge(Sink sink) throws IOException {
    List<EventFileReader> readers = new ArrayList<>();
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::event, ORDER));
    try {
      for (Path run : runs) {
        EventFileReader reader =
            new EventFileReader(allocator, run.toString(), Files.newInputStream(run));
        readers.add(reader);
        push(heads, reader);
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        sink.accept(head.event());
        push(heads, head.rest());
      }
    } finally {
      for (EventFileReader reader : readers) {
        reader.close();
      }
    }
  }

  private static void push(PriorityQueue<Head> heads, EventFileReader reader) throws IOException {
    Optional<ChangeEvent> event = reader.next();
    event.ifPresent(next -> heads.add(new Head(next, reader)));
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }
}
