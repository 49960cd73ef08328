package dev.svodka.export;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.RandomEvents;
import dev.svodka.core.event.Via;
import dev.svodka.export.DayExport.Exported;
import dev.svodka.export.DayExport.Mode;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayExportTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final Comparator<ChangeEvent> ORDER =
      comparing(ChangeEvent::occurredAt)
          .thenComparing(event -> event.receivedAt())
          .thenComparingLong(ChangeEvent::seq)
          .thenComparing(ChangeEvent::eventId);

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock("2026-11-23T12:00:00Z");
  private final BufferAllocator allocator = new RootAllocator(256 << 20);
  private FileEventStore events;
  private ObjectStore lake;

  @BeforeEach
  void anEmptyStoreAndLake() {
    events = new FileEventStore(folder.resolve("events"), clock);
    lake = new FolderObjectStore(folder.resolve("lake"));
  }

  @AfterEach
  void nothingLeaks() throws IOException {
    events.close();
    allocator.close();
  }

  @ParameterizedTest(name = "{0} rows in memory")
  @ValueSource(ints = {60, 1_000})
  void theFilesHoldTheDayInOrderWhateverFitsIntoMemory(int rowsInMemory) throws IOException {
    List<ChangeEvent> stored = store(RandomEvents.list(3, 200));
    clock.advance(Duration.ofDays(1));
    Exported exported = export(rowsInMemory).export("romashka", MONDAY, Mode.CLOSED_DAYS);
    assertThat(exported.rows()).isEqualTo(200);
    assertThat(exported.closed()).isTrue();
    assertThat(read()).isEqualTo(stored.stream().sorted(ORDER).toList());
  }

  @Test
  void anotherRunAndAnotherOrderOfReadingGiveTheSameBytes() {
    store(RandomEvents.list(4, 200));
    clock.advance(Duration.ofDays(1));
    String key =
        export(1_000).export("romashka", MONDAY, Mode.CLOSED_DAYS).files().getFirst().key();
    byte[] first = lake.get(key);
    for (long seed = 1; seed <= 3; seed++) {
      DayExport shuffled = new DayExport(new Shuffled(events, seed), lake, allocator, clock, 120);
      shuffled.export("romashka", MONDAY, Mode.CLOSED_DAYS);
      assertThat(lake.get(key)).as("seed %d", seed).isEqualTo(first);
    }
  }

  @Test
  void aDayIsOpenUntilAQuarterPastMidnight() {
    store(RandomEvents.list(5, 3));
    clock.advance(Duration.parse("PT12H14M59.999S"));
    assertThatThrownBy(() -> export(10).export("romashka", MONDAY, Mode.CLOSED_DAYS))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_INVALID))
        .hasMessageContaining("open until 2026-11-24T00:15:00Z");
    assertThat(lake.list("")).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(export(10).export("romashka", MONDAY, Mode.CLOSED_DAYS).rows()).isEqualTo(3);
  }

  @Test
  void anOpenDayIsWrittenAgainWithWhatCameSince() throws IOException {
    List<ChangeEvent> all = RandomEvents.list(6, 20);
    store(all.subList(0, 10));
    Exported first = export(100).export("romashka", MONDAY, Mode.OPEN_DAYS_TOO);
    assertThat(first.closed()).isFalse();
    store(all.subList(10, 20));
    export(100).export("romashka", MONDAY, Mode.OPEN_DAYS_TOO);
    assertThat(read()).hasSize(20);
  }

  @Test
  void aDayWithoutEventsGivesNoFile() {
    clock.advance(Duration.ofDays(2));
    assertThat(export(10).export("romashka", MONDAY, Mode.CLOSED_DAYS).files()).isEmpty();
    assertThat(new LakeFeed(lake, "romashka").files()).isEmpty();
  }

  @Test
  void everyClosedDayIsExportedOnce() {
    store(RandomEvents.list(7, 3));
    clock.advance(Duration.ofDays(1));
    store(RandomEvents.list(8, 4));
    assertThat(days(export(10).exportPending("romashka", Mode.CLOSED_DAYS)))
        .containsExactly(MONDAY);
    assertThat(days(export(10).exportPending("romashka", Mode.CLOSED_DAYS))).isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(days(export(10).exportPending("romashka", Mode.CLOSED_DAYS)))
        .containsExactly(MONDAY.plusDays(1));
  }

  @Test
  void aDayExportedWhileItWasOpenIsExportedAgainWhenItIsClosed() {
    store(RandomEvents.list(7, 3));
    assertThat(days(export(10).exportPending("romashka", Mode.OPEN_DAYS_TOO)))
        .containsExactly(MONDAY);
    clock.advance(Duration.ofDays(1));
    assertThat(days(export(10).exportPending("romashka", Mode.CLOSED_DAYS)))
        .containsExactly(MONDAY);
  }

  @Test
  void aDayWithWebhooksIsToldFromOneWithout() {
    store(RandomEvents.list(9, 40));
    clock.advance(Duration.ofDays(1));
    store(RandomEvents.list(10, 40).stream().filter(event -> event.via() != Via.HOOK).toList());
    clock.advance(Duration.ofDays(1));
    assertThat(days(export(100).exportPending("romashka", Mode.CLOSED_DAYS))).hasSize(2);

    assertThat(export(100).lastClosedDay()).isEqualTo(MONDAY.plusDays(1));
    assertThat(export(100).daysWithHooks("romashka", MONDAY)).containsExactly(MONDAY);
    assertThat(export(100).daysWithHooks("romashka", MONDAY.plusDays(1))).isEmpty();
  }

  private DayExport export(int rowsInMemory) {
    return new DayExport(events, lake, allocator, clock, rowsInMemory);
  }

  private List<ChangeEvent> store(List<ChangeEvent> told) {
    events.put(told);
    return told.stream().map(event -> event.receivedAt(clock.instant())).toList();
  }

  private List<ChangeEvent> read() throws IOException {
    List<ChangeEvent> read = new ArrayList<>();
    for (String key : new LakeFeed(lake, "romashka").files()) {
      EventFileReader.forEach(allocator, key, lake.open(key), read::add);
    }
    return read;
  }

  private static List<LocalDate> days(List<Exported> exported) {
    return exported.stream().map(Exported::day).toList();
  }

  /** Hands a day over in an order of its own, as shards that are read side by side do. */
  private record Shuffled(EventStore events, long seed) implements EventStore {
    @Override
    public List<Outcome> put(List<ChangeEvent> told) {
      return events.put(told);
    }

    @Override
    public long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer) {
      List<ChangeEvent> read = new ArrayList<>();
      events.readDay(account, day, read::add);
      Collections.shuffle(read, new Random(seed));
      read.forEach(consumer);
      return read.size();
    }

    @Override
    public SortedSet<LocalDate> days(String account) {
      return events.days(account);
    }
  }
}
