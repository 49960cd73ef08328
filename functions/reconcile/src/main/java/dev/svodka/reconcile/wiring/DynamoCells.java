package dev.svodka.reconcile.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.http.Cells;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Cells in the table of events, under {@code <account>#cells}, which is no day: the export never
 * reads them.
 */
public final class DynamoCells implements Cells {
  private final DynamoDbClient client;
  private final String table;

  public DynamoCells(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Optional<Cell> read(String account, String name) {
    try {
      Map<String, AttributeValue> item =
          client
              .getItem(get -> get.tableName(table).key(key(account, name)).consistentRead(true))
              .item();
      return item.isEmpty()
          ? Optional.empty()
          : Optional.of(new Cell(number(item, "value"), number(item, "version")));
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean write(String account, String name, long value, long seen) {
    Map<String, AttributeValue> item = new HashMap<>(key(account, name));
    item.put("value", AttributeValue.fromN(Long.toString(value)));
    item.put("version", AttributeValue.fromN(Long.toString(seen + 1)));
    try {
      client.putItem(
          put -> {
            put.tableName(table).item(item).expressionAttributeNames(Map.of("#v", "version"));
            if (seen == 0) {
              put.conditionExpression("attribute_not_exists(#v)");
            } else {
              put.conditionExpression("#v = :seen")
                  .expressionAttributeValues(
                      Map.of(":seen", AttributeValue.fromN(Long.toString(seen))));
            }
          });
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static Map<String, AttributeValue> key(String account, String name) {
    return Map.of("pk", AttributeValue.fromS(account + "#cells"), "sk", AttributeValue.fromS(name));
  }

  private static long number(Map<String, AttributeValue> item, String key) {
    AttributeValue value = item.get(key);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  private static SvodkaException unavailable(SdkException e) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE,
        "DynamoDB does not answer: " + e.getClass().getSimpleName(),
        e);
  }
}
