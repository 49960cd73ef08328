package dev.svodka.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.RandomEvents;
import dev.svodka.lake.LakeWriter.LakeFile;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  @TempDir Path folder;

  private final BufferAllocator allocator = new RootAllocator(256 << 20);
  private ObjectStore store;

  @BeforeEach
  void anEmptyLake() {
    store = new FolderObjectStore(folder);
  }

  @AfterEach
  void nothingLeaks() {
    allocator.close();
  }

  @Test
  void aFullFileIsFollowedByTheNext() throws IOException {
    List<ChangeEvent> events = RandomEvents.list(1, 250);
    assertThat(write(DAY, LakeKeys.PART, events))
        .containsExactly(
            new LakeFile("lake/romashka/day=2026-11-23/part-00000.arrow", 100),
            new LakeFile("lake/romashka/day=2026-11-23/part-00001.arrow", 100),
            new LakeFile("lake/romashka/day=2026-11-23/part-00002.arrow", 50));
    assertThat(read()).isEqualTo(events);
  }

  @Test
  void aShorterRunRemovesWhatALongerOneLeftAndNothingElse() throws IOException {
    write(DAY, LakeKeys.PART, RandomEvents.list(1, 250));
    List<ChangeEvent> imported = RandomEvents.list(2, 3);
    write(DAY, "import-0a1b", imported);
    write(DAY.plusDays(1), LakeKeys.PART, imported);
    write(DAY, LakeKeys.PART, RandomEvents.list(1, 10));
    assertThat(new LakeFeed(store, "romashka").files())
        .containsExactly(
            "lake/romashka/day=2026-11-23/import-0a1b-00000.arrow",
            "lake/romashka/day=2026-11-23/part-00000.arrow",
            "lake/romashka/day=2026-11-24/part-00000.arrow");
  }

  @Test
  void noEventsGiveNoFile() throws IOException {
    assertThat(write(DAY, LakeKeys.PART, List.of())).isEmpty();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void aWriterThatIsNotFinishedLeavesNoHalfFile() throws IOException {
    try (LakeWriter writer = new LakeWriter(store, allocator, "romashka", DAY, LakeKeys.PART)) {
      for (ChangeEvent event : RandomEvents.list(1, 5)) {
        writer.append(event);
      }
    }
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void theFeedHoldsOneAccountAlone() throws IOException {
    write(DAY, LakeKeys.PART, RandomEvents.list(1, 5));
    assertThat(new LakeFeed(store, "romash").files()).isEmpty();
    assertThat(new LakeFeed(store, "romashka").files()).hasSize(1);
  }

  @Test
  void theFeedGivesTheWantedColumnsOfEveryFile() throws IOException {
    write(DAY, LakeKeys.PART, RandomEvents.list(1, 250));
    List<Integer> rows = new ArrayList<>();
    new LakeFeed(store, "romashka")
        .forEach(
            allocator,
            List.of("kind", "seq"),
            reader -> {
              assertThat(loaded(reader)).isTrue();
              rows.add(rows(reader));
            });
    assertThat(rows).containsExactly(100, 100, 50);
  }

  @Test
  void anAccountThatWouldLeadElsewhereIsRefused() {
    assertThatThrownBy(() -> LakeKeys.day("../romashka", DAY))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_INVALID));
  }

  @Test
  void theDayOfAKeyIsTold() {
    assertThat(LakeKeys.dayOf(LakeKeys.file("romashka", DAY, LakeKeys.PART, 7))).contains(DAY);
    assertThat(LakeKeys.dayOf("lake/romashka/day=2026-13-01/part-00000.arrow")).isEmpty();
    assertThat(LakeKeys.dayOf("lake/romashka/rejects.csv")).isEmpty();
  }

  private List<LakeFile> write(LocalDate day, String series, List<ChangeEvent> events)
      throws IOException {
    try (LakeWriter writer = new LakeWriter(store, allocator, "romashka", day, series, 100)) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      return writer.finish();
    }
  }

  private List<ChangeEvent> read() throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    for (String key : new LakeFeed(store, "romashka").files()) {
      EventFileReader.forEach(allocator, key, store.open(key), events::add);
    }
    return events;
  }

  private static boolean loaded(ArrowReader reader) {
    try {
      return reader.loadNextBatch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rows(ArrowReader reader) {
    try {
      return reader.getVectorSchemaRoot().getRowCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
