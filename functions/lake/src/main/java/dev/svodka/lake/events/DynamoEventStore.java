package dev.svodka.lake.events;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Events in a DynamoDB table with the keys {@code pk} and {@code sk}, both strings.
 *
 * <p>A put that the SDK repeats after a lost answer may be told as a duplicate of itself: the event
 * is stored either way.
 */
public final class DynamoEventStore implements ErasableEvents {
  private static final int PARALLEL_PUTS = 8;
  private static final int KNOWN_DAYS = 10_000;

  private final DynamoDbClient client;
  private final String table;
  private final ParkedFields parked;
  private final Clock clock;
  private final Set<Map<String, AttributeValue>> knownDays = ConcurrentHashMap.newKeySet();

  /**
   * @param objects takes fields too large for the table, see {@link ParkedFields}
   */
  public DynamoEventStore(DynamoDbClient client, String table, ObjectStore objects, Clock clock) {
    this.client = client;
    this.table = table;
    this.parked = new ParkedFields(objects);
    this.clock = clock;
  }

  @Override
  public List<Outcome> put(List<ChangeEvent> events) {
    if (events.size() == 1) {
      return List.of(put(events.getFirst()));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(PARALLEL_PUTS, Thread.ofVirtual().factory())) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (ChangeEvent event : events) {
        outcomes.add(threads.submit(() -> put(event)));
      }
      List<Outcome> told = new ArrayList<>();
      for (Future<Outcome> outcome : outcomes) {
        told.add(result(outcome));
      }
      return told;
    }
  }

  private Outcome put(ChangeEvent event) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Map<String, AttributeValue> item =
        parked.park(event.account(), EventItem.write(event.receivedAt(now)));
    item.putAll(EventKey.event(event.account(), day, event.eventId()));
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(" + EventKey.PARTITION + ')')
            .build();
    try {
      tellDay(event.account(), day);
      client.putItem(request);
      return Outcome.STORED;
    } catch (ConditionalCheckFailedException e) {
      return Outcome.DUPLICATE;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  /** Calls the table once, and changes nothing: the condition never holds. */
  public void prime() {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(EventKey.day("prime", LocalDate.EPOCH))
                  .conditionExpression(
                      "attribute_exists(" + EventKey.PARTITION + ") AND attribute_exists(#none)")
                  .expressionAttributeNames(Map.of("#none", "none")));
    } catch (ConditionalCheckFailedException e) {
      return;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  /** Before the first event of a day: a day that is not told of would never be exported. */
  private void tellDay(String account, LocalDate day) {
    Map<String, AttributeValue> key = EventKey.day(account, day);
    if (!knownDays.contains(key)) {
      client.putItem(PutItemRequest.builder().tableName(table).item(key).build());
      if (knownDays.size() >= KNOWN_DAYS) {
        knownDays.clear();
      }
      knownDays.add(key);
    }
  }

  @Override
  public long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer) {
    try (ShardReader reader = new ShardReader(client, table, account, day)) {
      long events = 0;
      for (List<Map<String, AttributeValue>> page = reader.next();
          !page.isEmpty();
          page = reader.next()) {
        for (Map<String, AttributeValue> item : page) {
          consumer.accept(EventItem.read(parked.fetch(item)));
          events++;
        }
      }
      return events;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public SortedSet<LocalDate> days(String account) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(EventKey.PARTITION + " = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(EventKey.days(account))))
            .build();
    SortedSet<LocalDate> days = new TreeSet<>();
    try {
      client.queryPaginator(request).items().forEach(item -> days.add(EventKey.dayOf(item)));
    } catch (SdkException e) {
      throw unavailable(e);
    }
    return days;
  }

  @Override
  public long rewrite(String account, LocalDate from, UnaryOperator<ChangeEvent> change) {
    try {
      return new TableErasure(client, table, parked)
          .rewrite(account, days(account).tailSet(from), change);
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public long drop(String account) {
    try {
      long dropped = new TableErasure(client, table, parked).drop(account, days(account));
      knownDays.clear();
      return dropped;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static Outcome result(Future<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SvodkaException told) {
        throw told;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "Storing was interrupted", e);
    }
  }

  private SvodkaException unavailable(SdkException cause) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE,
        "The table %s does not answer as it should: %s".formatted(table, cause.getMessage()),
        cause);
  }
}
