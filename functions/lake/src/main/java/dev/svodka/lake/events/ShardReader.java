package dev.svodka.lake.events;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads all shards of one day side by side, consistently, with a few pages in memory. */
final class ShardReader implements AutoCloseable {
  private static final int PAGES_AHEAD = 4;

  private sealed interface Step {}

  private record Page(List<Map<String, AttributeValue>> items) implements Step {}

  private record ShardEnd() implements Step {}

  private record Failure(RuntimeException cause) implements Step {}

  private final DynamoDbClient client;
  private final String table;
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(PAGES_AHEAD);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int shardsLeft = EventKey.SHARDS;

  ShardReader(DynamoDbClient client, String table, String account, LocalDate day) {
    this.client = client;
    this.table = table;
    for (int shard = 0; shard < EventKey.SHARDS; shard++) {
      String partition = EventKey.partition(account, day, shard);
      threads.execute(() -> readShard(partition));
    }
  }

  /** The next page; empty when every shard is read. */
  List<Map<String, AttributeValue>> next() {
    try {
      while (shardsLeft > 0) {
        switch (steps.take()) {
          case Page page -> {
            return page.items();
          }
          case ShardEnd end -> shardsLeft--;
          case Failure failure -> throw failure.cause();
        }
      }
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "Reading was interrupted", e);
    }
  }

  private void readShard(String partition) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(EventKey.PARTITION + " = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .build();
    try {
      try {
        for (QueryResponse response : client.queryPaginator(request)) {
          if (!response.items().isEmpty()) {
            steps.put(new Page(response.items()));
          }
        }
        steps.put(new ShardEnd());
      } catch (RuntimeException e) {
        steps.put(new Failure(e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
