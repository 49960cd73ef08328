package dev.svodka.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.events.EventStoreContract;
import dev.svodka.lake.events.EventTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
