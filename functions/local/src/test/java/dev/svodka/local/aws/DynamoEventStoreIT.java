package dev.svodka.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.RandomEvents;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.events.EventStoreContract;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestAws.class)
class DynamoEventStoreIT extends EventStoreContract {
  private final AwsClients clients;

  DynamoEventStoreIT(AwsEndpoints aws) {
    clients = AwsClients.of(aws);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Override
  protected ErasableEvents store(Clock clock) {
    String table = "events-" + UUID.randomUUID();
    EventTable.create(clients.dynamoDb(), table);
    return new DynamoEventStore(clients.dynamoDb(), table, LakeClients.newBucket(clients), clock);
  }

  @Test
  void aDayOfManyPagesIsReadWhole() {
    EventStore store = store(clock);
    String text = "x".repeat(2_900);
    List<ChangeEvent> events =
        IntStream.range(0, 4_000).mapToObj(item -> large(item, text)).toList();
    store.put(events);
    assertThat(day(store, "romashka", LocalDate.parse("2026-11-23")))
        .extracting(ChangeEvent::eventId)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(ChangeEvent::eventId).toList());
  }

  @Test
  void anEventComesBackWholeThroughItemArrowFileAndJsonLine() throws IOException {
    long seed = 20_261_125;
    EventStore store = store(clock);
    List<ChangeEvent> told =
        RandomEvents.list(seed, 500).stream()
            .map(event -> event.receivedAt(clock.instant()))
            .toList();
    store.put(told);
    S3ObjectStore lake = LakeClients.newBucket(clients);
    LocalDate monday = LocalDate.parse("2026-11-23");
    List<ChangeEvent> back = new ArrayList<>();
    try (RootAllocator allocator = new RootAllocator(256L << 20)) {
      try (LakeWriter writer = new LakeWriter(lake, allocator, "romashka", monday, LakeKeys.PART)) {
        for (ChangeEvent event : day(store, "romashka", monday)) {
          writer.append(event);
        }
        writer.finish();
      }
      for (String key : new LakeFeed(lake, "romashka").files()) {
        try (EventFileReader reader = new EventFileReader(allocator, key, lake.open(key))) {
          for (Optional<ChangeEvent> event = reader.next();
              event.isPresent();
              event = reader.next()) {
            back.add(fromLine(EventJson.write(event.get())));
          }
        }
      }
    }
    assertThat(back).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(told);
  }

  private static ChangeEvent fromLine(String line) {
    return switch (EventJson.read(line, EventJson.Defaults.NONE)) {
      case EventJson.Parsed.Valid valid -> valid.event();
      case EventJson.Parsed.Refused refused -> throw new AssertionError(refused + " " + line);
    };
  }

  @Test
  void aTableThatIsNotThereIsAStoreThatDoesNotAnswer() {
    EventStore store =
        new DynamoEventStore(
            clients.dynamoDb(), "no-such-table", LakeClients.newBucket(clients), clock);
    assertThatThrownBy(() -> store.put(List.of(event("romashka", "1"))))
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    assertThatThrownBy(() -> day(store, "romashka", LocalDate.parse("2026-11-23")))
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
  }

  private static ChangeEvent large(int item, String text) {
    return ChangeEvent.of(
            "romashka", SourceKind.HTTP, Via.HOOK, new ItemRef("deal", "" + item), Kind.CHANGED)
        .occurredAt(Instant.EPOCH)
        .field("text", text)
        .build();
  }
}
