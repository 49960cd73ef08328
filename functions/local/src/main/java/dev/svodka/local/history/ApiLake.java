package dev.svodka.local.history;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.reconcile.EventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an API told into the lake: one file for what is durable together. History was known
 * when it happened, so events are received when they occurred.
 */
final class ApiLake implements EventSink, AutoCloseable {
  private final ObjectStore lake;
  private final BufferAllocator allocator;
  private final String account;
  private final String series;
  private final LocalDate today;
  private final BiConsumer<String, Instant> progress;
  private final Set<String> written = new HashSet<>();
  private @Nullable LakeWriter writer;
  private long events;

  /**
   * @param series begins the names of its files
   * @param today in UTC: the day of the files
   */
  ApiLake(
      ObjectStore lake,
      BufferAllocator allocator,
      String account,
      String series,
      LocalDate today,
      BiConsumer<String, Instant> progress) {
    this.lake = lake;
    this.allocator = allocator;
    this.account = account;
    this.series = series;
    this.today = today;
    this.progress = progress;
  }

  @Override
  public void put(List<ChangeEvent> told) {
    try {
      for (ChangeEvent event : told) {
        if (written.add(event.eventId())) {
          writer().append(event.receivedAt(event.occurredAt()));
          events++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void reached(String list, Instant time) {
    progress.accept(list, time);
  }

  @Override
  public void flush() {
    LakeWriter full = writer;
    if (full == null) {
      return;
    }
    try {
      full.finish();
      full.close();
      writer = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Events written by this run. */
  long events() {
    return events;
  }

  private LakeWriter writer() {
    LakeWriter open = writer;
    if (open == null) {
      open = new LakeWriter(lake, allocator, account, today, series + '-' + files());
      writer = open;
    }
    return open;
  }

  /** Files that earlier runs and flushes left: the next one gets a name of its own. */
  private long files() {
    return lake.list(LakeKeys.account(account)).stream()
        .filter(entry -> entry.key().contains('/' + series + '-'))
        .count();
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
