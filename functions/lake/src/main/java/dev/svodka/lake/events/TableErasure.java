package dev.svodka.lake.events;

import dev.svodka.core.event.ChangeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Changes and deletes items of the table, for {@link DynamoEventStore}. */
final class TableErasure {
  private static final int BATCH = 25;

  private final DynamoDbClient client;
  private final String table;
  private final ParkedFields parked;

  TableErasure(DynamoDbClient client, String table, ParkedFields parked) {
    this.client = client;
    this.table = table;
    this.parked = parked;
  }

  /**
   * Objects of parked fields may be shared by items of several days, so the old ones go at the end.
   */
  long rewrite(String account, Set<LocalDate> days, UnaryOperator<ChangeEvent> change) {
    List<String> unused = new ArrayList<>();
    long changed = 0;
    for (LocalDate day : days) {
      List<Map<String, AttributeValue>> rewritten = new ArrayList<>();
      forEach(
          account,
          day,
          item -> {
            ChangeEvent before = EventItem.read(parked.fetch(item));
            ChangeEvent after = change.apply(before);
            if (!after.equals(before)) {
              Map<String, AttributeValue> next = parked.park(account, EventItem.write(after));
              next.putAll(key(item));
              rewritten.add(next);
              ParkedFields.place(item).ifPresent(unused::add);
            }
          });
      rewritten.forEach(item -> client.putItem(put -> put.tableName(table).item(item)));
      changed += rewritten.size();
    }
    unused.forEach(parked::delete);
    return changed;
  }

  long drop(String account, Set<LocalDate> days) {
    long dropped = 0;
    for (LocalDate day : days) {
      List<Map<String, AttributeValue>> keys = new ArrayList<>();
      forEach(account, day, item -> keys.add(key(item)));
      delete(keys);
      dropped += keys.size();
    }
    delete(partition(EventKey.days(account)));
    delete(partition(account + "#cells"));
    return dropped;
  }

  private void forEach(
      String account, LocalDate day, Consumer<Map<String, AttributeValue>> consumer) {
    try (ShardReader reader = new ShardReader(client, table, account, day)) {
      for (List<Map<String, AttributeValue>> page = reader.next();
          !page.isEmpty();
          page = reader.next()) {
        page.forEach(consumer);
      }
    }
  }

  private List<Map<String, AttributeValue>> partition(String partition) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(EventKey.PARTITION + " = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .build();
    return client.queryPaginator(request).items().stream().map(TableErasure::key).toList();
  }

  private void delete(List<Map<String, AttributeValue>> keys) {
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<WriteRequest> left =
          keys.subList(from, Math.min(keys.size(), from + BATCH)).stream()
              .map(key -> DeleteRequest.builder().key(key).build())
              .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
              .toList();
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> batch = Map.of(table, left);
        left =
            client
                .batchWriteItem(request -> request.requestItems(batch))
                .unprocessedItems()
                .getOrDefault(table, List.of());
      }
    }
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(Set.of(EventKey.PARTITION, EventKey.SORT));
    return key;
  }
}
