package dev.svodka.lake.events;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of events outside a deployment, where {@code sam-template.yaml} makes it. */
public final class EventTable {
  private EventTable() {}

  /** Makes the table and waits for it; one that is there stays. */
  public static void create(DynamoDbClient client, String name) {
    try {
      client.createTable(
          table ->
              table
                  .tableName(name)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(
                      List.of(
                          key(EventKey.PARTITION, KeyType.HASH), key(EventKey.SORT, KeyType.RANGE)))
                  .attributeDefinitions(List.of(text(EventKey.PARTITION), text(EventKey.SORT))));
    } catch (ResourceInUseException e) {
      return;
    }
    client.waiter().waitUntilTableExists(table -> table.tableName(name));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
