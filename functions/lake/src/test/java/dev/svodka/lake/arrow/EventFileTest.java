package dev.svodka.lake.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.RandomEvents;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFileTest {
  private final BufferAllocator allocator = new RootAllocator(256 << 20);

  @AfterEach
  void nothingLeaks() {
    allocator.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261124})
  void eventsComeBackAsTheyWere(long seed) throws IOException {
    List<ChangeEvent> events = RandomEvents.list(seed, 2_000);
    assertThat(read(write(events))).as("seed %d", seed).isEqualTo(events);
  }

  @Test
  void severalBatchesComeBackInOrder() throws IOException {
    List<ChangeEvent> events = RandomEvents.list(7, EventFileWriter.BATCH_ROWS + 1);
    assertThat(read(write(events))).isEqualTo(events);
  }

  @Test
  void anEmptyFileComesBackEmpty() throws IOException {
    assertThat(read(write(List.of()))).isEmpty();
  }

  @Test
  void columnsThatAreNullThroughoutComeBack() throws IOException {
    ChangeEvent bare = bare().build();
    assertThat(read(write(List.of(bare, bare)))).containsExactly(bare, bare);
  }

  @Test
  void theLargestAmountsComeBack() throws IOException {
    List<ChangeEvent> events =
        Stream.of("9999999999999999.99", "-9999999999999999.99", "0")
            .map(amount -> bare().amount(new BigDecimal(amount)).build())
            .toList();
    assertThat(read(write(events))).isEqualTo(events);
  }

  @Test
  void theSameEventsGiveTheSameBytes() throws IOException {
    List<ChangeEvent> events = RandomEvents.list(5, 500);
    assertThat(write(events)).isEqualTo(write(events));
  }

  @Test
  void theFileIsOneThatArrowItselfReads() throws IOException {
    List<ChangeEvent> events = RandomEvents.list(11, 100);
    try (ArrowFileReader arrow =
        new ArrowFileReader(
            new ByteArrayReadableSeekableByteChannel(write(events)),
            allocator,
            CommonsCompressionFactory.INSTANCE)) {
      assertThat(arrow.getVectorSchemaRoot().getSchema()).isEqualTo(EventSchema.SCHEMA);
      assertThat(arrow.loadNextBatch()).isTrue();
      EventVectors vectors = new EventVectors(arrow.getVectorSchemaRoot());
      for (int row = 0; row < events.size(); row++) {
        assertThat(vectors.get(row)).isEqualTo(events.get(row));
      }
    }
  }

  @Test
  void onlyTheWantedColumnsAreRead() throws IOException {
    List<ChangeEvent> events = RandomEvents.list(13, 5_000);
    byte[] file = write(events);
    List<String> wanted = List.of("occurred_at", "item_id", "amount");
    try (ColumnReader reader = reader(file, wanted)) {
      assertThat(reader.loadNextBatch()).isTrue();
      assertThat(reader.getVectorSchemaRoot().getSchema().getFields())
          .extracting(Field::getName)
          .isEqualTo(wanted);
      assertThat(reader.bytesRead()).isLessThan(file.length / 4);
      for (int row = 0; row < events.size(); row++) {
        assertThat(reader.getVectorSchemaRoot().getVector("item_id").getObject(row))
            .hasToString(events.get(row).item().id());
        assertThat(reader.getVectorSchemaRoot().getVector("amount").getObject(row))
            .isEqualTo(events.get(row).amount().orElse(null));
      }
      assertThat(reader.loadNextBatch()).isFalse();
    }
  }

  @Test
  void rowsAreCountedWithoutReadingAColumn() throws IOException {
    byte[] file = write(RandomEvents.list(17, 1_234));
    assertThat(EventFileReader.count(allocator, "a.arrow", new ByteArrayInputStream(file)))
        .isEqualTo(1_234);
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
    byte[] file = write(RandomEvents.list(19, 50));
    for (int length = 0; length < file.length; length += 101) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut))
          .as("%d of %d bytes", length, file.length)
          .isInstanceOfSatisfying(
              SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID));
    }
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(
            () -> FileColumns.select(EventSchema.SCHEMA, List.of("seq", "colour"), "a.arrow"))
        .isInstanceOf(SvodkaException.class)
        .hasMessage("a.arrow: the column colour is missing");
  }

  private static ChangeEventBuilder bare() {
    return ChangeEvent.of(
            "romashka", SourceKind.CSV, Via.FILE, new ItemRef("deal", "1"), Kind.CREATED)
        .occurredAt(Instant.EPOCH);
  }

  private byte[] write(List<ChangeEvent> events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventFileWriter writer = new EventFileWriter(allocator, Channels.newChannel(out))) {
      for (ChangeEvent event : events) {
        writer.append(event);
      }
      assertThat(writer.finish()).isEqualTo(events.size());
    }
    return out.toByteArray();
  }

  private List<ChangeEvent> read(byte[] file) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    EventFileReader.forEach(allocator, "a.arrow", new ByteArrayInputStream(file), events::add);
    return events;
  }

  private ColumnReader reader(byte[] file, List<String> columns) {
    return new ColumnReader(allocator, "a.arrow", new ByteArrayInputStream(file), columns);
  }
}
