package dev.svodka.local.aws;

import dev.svodka.lake.aws.AwsEndpoints;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * DynamoDB Local in a JVM of its own and an S3 server in this one, both on free loopback ports and
 * empty; nothing of them outlives {@link #close()} or this process.
 */
public final class EmbeddedAws implements AutoCloseable {
  private static final String REGION = "eu-central-1";
  // DynamoDB Local takes letters and digits only
  private static final String ACCESS_KEY = "svodka";

  private final DynamoDbLocal dynamoDb;
  private final S3Server s3;
  private final AwsEndpoints endpoints;
  private final Thread hook;

  private EmbeddedAws(DynamoDbLocal dynamoDb, S3Server s3, AwsEndpoints endpoints) {
    this.dynamoDb = dynamoDb;
    this.s3 = s3;
    this.endpoints = endpoints;
    this.hook = new Thread(this::stop, "embedded-aws-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts both servers; at the first start DynamoDB Local is downloaded.
   *
   * @param say is told in plain lines what takes time
   * @throws dev.svodka.core.error.SvodkaException where one of them cannot be had or started
   */
  public static EmbeddedAws start(Consumer<String> say) {
    String secretKey = UUID.randomUUID().toString();
    String libraries = DynamoDbLibraries.resolve(say);
    DynamoDbLocal dynamoDb = DynamoDbLocal.launch(libraries);
    S3Server s3 = null;
    try {
      s3 = S3Server.start(ACCESS_KEY, secretKey);
      AwsEndpoints endpoints =
          new AwsEndpoints(dynamoDb.awaitEndpoint(), s3.endpoint(), REGION, ACCESS_KEY, secretKey);
      return new EmbeddedAws(dynamoDb, s3, endpoints);
    } catch (RuntimeException e) {
      dynamoDb.close();
      if (s3 != null) {
        s3.close();
      }
      throw e;
    }
  }

  public AwsEndpoints endpoints() {
    return endpoints;
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void stop() {
    dynamoDb.close();
    s3.close();
  }
}
