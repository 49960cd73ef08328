package dev.svodka.local.serve.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.serve.Places;
import dev.svodka.local.serve.Stores;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/** A table and buckets, tried before anything depends on them. */
public final class PlacedStores {
  private static final String TRIAL = "svodka-check";
  private static final List<String> KEYS = List.of("pk HASH", "sk RANGE");

  private PlacedStores() {}

  /**
   * By region, keys and endpoints of the environment; the table is made where there is none.
   *
   * @throws SvodkaException that says what to do, where one of them is not there, does not answer
   *     or may not be used
   */
  public static Stores open(Places places, Clock clock) {
    return open(AwsClients.fromEnvironment(), places, clock);
  }

  /** By these clients, which it closes. */
  public static Stores open(AwsClients clients, Places places, Clock clock) {
    try {
      tryBucket(clients, places, places.lakeBucket(), "--lake-bucket");
      tryBucket(clients, places, places.reportsBucket(), "--reports-bucket");
      S3ObjectStore lake = new S3ObjectStore(clients.s3(), places.lakeBucket());
      DynamoEventStore events = tryTable(clients, places, lake, clock);
      return new Stores(
          places.told(),
          events,
          lake,
          new S3ObjectStore(clients.s3(), places.reportsBucket()),
          clients::close);
    } catch (SvodkaException e) {
      clients.close();
      throw e;
    }
  }

  /** All that the service does in a bucket. */
  private static void tryBucket(AwsClients clients, Places places, String bucket, String option) {
    try {
      S3Client s3 = clients.s3();
      s3.listObjectsV2(list -> list.bucket(bucket).maxKeys(1));
      s3.putObject(put -> put.bucket(bucket).key(TRIAL), RequestBody.fromString(TRIAL));
      s3.getObjectAsBytes(get -> get.bucket(bucket).key(TRIAL));
      s3.deleteObject(delete -> delete.bucket(bucket).key(TRIAL));
    } catch (SdkException e) {
      throw new Refusal("bucket " + bucket, places.s3(), Places.S3)
          .because(
              e,
              "make it, private, or name another with " + option,
              "s3:ListBucket, s3:GetObject, s3:PutObject and s3:DeleteObject");
    }
  }

  private static DynamoEventStore tryTable(
      AwsClients clients, Places places, S3ObjectStore lake, Clock clock) {
    String table = places.table();
    Refusal refusal = new Refusal("table " + table, places.dynamoDb(), Places.DYNAMODB);
    try {
      DynamoDbClient dynamoDb = clients.dynamoDb();
      if (!isThere(dynamoDb, table)) {
        EventTable.create(dynamoDb, table);
      }
      DynamoEventStore events = new DynamoEventStore(dynamoDb, table, lake, clock);
      events.prime();
      events.days(TRIAL);
      return events;
    } catch (SdkException e) {
      throw refused(refusal, e);
    } catch (SvodkaException e) {
      throw e.getCause() instanceof SdkException cause ? refused(refusal, cause) : e;
    }
  }

  private static SvodkaException refused(Refusal refusal, SdkException cause) {
    return refusal.because(
        cause,
        "name another with --table",
        "dynamodb:DescribeTable, dynamodb:CreateTable, dynamodb:PutItem and dynamodb:Query");
  }

  private static boolean isThere(DynamoDbClient dynamoDb, String table) {
    try {
      List<String> keys =
          dynamoDb.describeTable(of -> of.tableName(table)).table().keySchema().stream()
              .map(key -> key.attributeName() + ' ' + key.keyTypeAsString())
              .sorted()
              .toList();
      if (!keys.equals(KEYS)) {
        throw new SvodkaException(
            ErrorCode.CALL_INVALID,
            "table %s: holds something else, its keys are %s; name another with --table, it is made"
                .formatted(table, String.join(", ", keys)));
      }
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
