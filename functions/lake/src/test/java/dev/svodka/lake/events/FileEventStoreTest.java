package dev.svodka.lake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.events.EventStore.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventStoreTest extends EventStoreContract {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  @TempDir Path folder;

  @Override
  protected ErasableEvents store(Clock clock) {
    return new FileEventStore(folder, clock);
  }

  @Test
  void whatACrashLeftOfALineIsIgnoredAndCutOff() throws IOException {
    Path file = storedFile("1", "2");
    byte[] whole = Files.readAllBytes(file);
    int firstLine = lineLength(whole);
    for (int length = firstLine; length < whole.length; length += 40) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (FileEventStore store = new FileEventStore(folder, clock)) {
        assertThat(day(store, "romashka", DAY)).as("cut at %d", length).hasSize(1);
        assertThat(store.put(List.of(event("romashka", "1"), event("romashka", "2"))))
            .containsExactly(Outcome.DUPLICATE, Outcome.STORED);
      }
      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    Path file = storedFile("1");
    Files.writeString(file, "{\"event_id\":\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> day(store(clock), "romashka", DAY))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
        .hasMessageContaining("2026-11-23.jsonl, line 2");
  }

  @Test
  void twoWritersOfOneFolderAreRefused() throws IOException {
    try (FileEventStore first = new FileEventStore(folder, clock);
        FileEventStore second = new FileEventStore(folder, clock)) {
      first.put(List.of(event("romashka", "1")));
      assertThat(day(second, "romashka", DAY)).hasSize(1);
      assertThatThrownBy(() -> second.put(List.of(event("romashka", "2"))))
          .isInstanceOf(SvodkaException.class)
          .hasMessageContaining("Another process");
    }
  }

  @Test
  void filesOfTheUsersOwnAreNoDays() throws IOException {
    Path file = storedFile("1");
    Files.writeString(file.resolveSibling("notes.txt"), "mine");
    assertThat(store(clock).days("romashka")).containsExactly(DAY);
  }

  private Path storedFile(String... items) throws IOException {
    try (FileEventStore store = new FileEventStore(folder, clock)) {
      store.put(Arrays.stream(items).map(item -> event("romashka", item)).toList());
    }
    return folder.resolve("romashka/2026-11-23.jsonl");
  }

  private static int lineLength(byte[] content) {
    int length = 0;
    while (content[length] != '\n') {
      length++;
    }
    return length + 1;
  }
}
