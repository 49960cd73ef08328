package dev.svodka.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.Via;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.LakeWriter.LakeFile;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Writes the events that an account stored on one day (UTC) into the lake, in the order of
 * occurred_at, received_at, seq, event_id. Run again it writes the same bytes.
 */
public final class DayExport {
  /** After midnight UTC: longer than any attempt to put an event plus the clocks' differences. */
  static final Duration CLOSED_AFTER = Duration.ofMinutes(15);

  /**
   * Lies beside the files of a day that was exported after it had closed, once they are audited.
   */
  private static final String DONE = "exported.json";

  private static final Pattern HOOKS = Pattern.compile("\"hooks\":[1-9]");

  /** Whether a day that still takes events may be exported; it has to be exported again later. */
  public enum Mode {
    CLOSED_DAYS,
    OPEN_DAYS_TOO
  }

  /**
   * What was exported.
   *
   * @param closed false where events may still be added to the day
   */
  public record Exported(
      String account, LocalDate day, long rows, List<LakeFile> files, boolean closed) {
    public Exported {
      files = List.copyOf(files);
    }
  }

  private final EventStore events;
  private final ObjectStore lake;
  private final BufferAllocator allocator;
  private final Clock clock;
  private final int rowsInMemory;

  public DayExport(EventStore events, ObjectStore lake, BufferAllocator allocator, Clock clock) {
    this(events, lake, allocator, clock, EventSorter.rowsThatFit());
  }

  DayExport(
      EventStore events,
      ObjectStore lake,
      BufferAllocator allocator,
      Clock clock,
      int rowsInMemory) {
    this.events = events;
    this.lake = lake;
    this.allocator = allocator;
    this.clock = clock;
    this.rowsInMemory = rowsInMemory;
  }

  /**
   * Exports one day.
   *
   * @throws SvodkaException with {@link ErrorCode#CALL_INVALID} where the day is not closed yet,
   *     {@link ErrorCode#INVARIANT_BROKEN} where the files hold another number of events than the
   *     table
   */
  public Exported export(String account, LocalDate day, Mode mode) {
    boolean closed = isClosed(day);
    if (!closed && mode == Mode.CLOSED_DAYS) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "The day %s is open until %s; export it then".formatted(day, closesAt(day)));
    }
    try (BufferAllocator memory = allocator.newChildAllocator("export", 0, allocator.getLimit());
        EventSorter sorter = new EventSorter(memory, rowsInMemory)) {
      AtomicLong hooks = new AtomicLong();
      long rows =
          events.readDay(
              account,
              day,
              event -> {
                if (event.via() == Via.HOOK) {
                  hooks.incrementAndGet();
                }
                sorter.add(event);
              });
      List<LakeFile> files = write(account, day, sorter, memory);
      audit(account, day, rows, files, memory);
      if (closed) {
        lake.put(
            LakeKeys.day(account, day) + DONE,
            "{\"rows\":%d,\"files\":%d,\"hooks\":%d}\n"
                .formatted(rows, files.size(), hooks.get())
                .getBytes(UTF_8),
            "application/json");
      }
      return new Exported(account, day, rows, files, closed);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE,
          "The day %s could not be exported: %s".formatted(day, e.getMessage()),
          e);
    }
  }

  /**
   * Exports each day of the account that is not yet in the lake as it was when it closed.
   *
   * @return what was exported, by day
   */
  public List<Exported> exportPending(String account, Mode mode) {
    Set<LocalDate> done = new HashSet<>();
    for (ObjectStore.Entry entry : lake.list(LakeKeys.account(account))) {
      if (entry.key().endsWith(DONE)) {
        LakeKeys.dayOf(entry.key()).ifPresent(done::add);
      }
    }
    return events.days(account).stream()
        .filter(day -> !done.contains(day))
        .filter(day -> mode == Mode.OPEN_DAYS_TOO || isClosed(day))
        .map(day -> export(account, day, mode))
        .toList();
  }

  /** The exported days from this one on, to the last that is closed, on which webhooks came. */
  NavigableSet<LocalDate> daysWithHooks(String account, LocalDate from) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (ObjectStore.Entry entry : lake.list(LakeKeys.account(account))) {
      if (entry.key().endsWith(DONE)) {
        LakeKeys.dayOf(entry.key())
            .filter(day -> !day.isBefore(from))
            .filter(day -> HOOKS.matcher(new String(lake.get(entry.key()), UTF_8)).find())
            .ifPresent(days::add);
      }
    }
    return days;
  }

  /** The last day to which no event can be added any more. */
  LocalDate lastClosedDay() {
    return LocalDate.ofInstant(clock.instant().minus(CLOSED_AFTER), ZoneOffset.UTC).minusDays(1);
  }

  /** Whether no event can be added to the day any more. */
  public boolean isClosed(LocalDate day) {
    return !clock.instant().isBefore(closesAt(day));
  }

  private static Instant closesAt(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(CLOSED_AFTER);
  }

  private List<LakeFile> write(
      String account, LocalDate day, EventSorter sorter, BufferAllocator memory)
      throws IOException {
    try (LakeWriter writer = new LakeWriter(lake, memory, account, day, LakeKeys.PART)) {
      sorter.forEach(writer::append);
      return writer.finish();
    }
  }

  /** Reads the files again: what counts is what the lake holds, not what was sent to it. */
  private void audit(
      String account, LocalDate day, long rows, List<LakeFile> files, BufferAllocator memory)
      throws IOException {
    long stored = 0;
    for (LakeFile file : files) {
      stored += EventFileReader.count(memory, file.key(), lake.open(file.key()));
    }
    if (stored != rows) {
      throw new SvodkaException(
          ErrorCode.INVARIANT_BROKEN,
          "%s, %s: the table has %d events, the files %d".formatted(account, day, rows, stored));
    }
  }
}
