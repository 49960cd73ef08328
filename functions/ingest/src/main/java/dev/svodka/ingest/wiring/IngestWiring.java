package dev.svodka.ingest.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.Park;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.Secrets;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.S3ObjectStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The parts in AWS, by the environment variables that sam-template.yaml sets. */
public final class IngestWiring {
  private static final String TABLE = "SVODKA_TABLE";
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final String QUEUE = "SVODKA_PARK_QUEUE_URL";

  /** A caller such as amoCRM waits for 2 seconds in all. */
  private static final Duration TIME_OUT = Duration.ofSeconds(1);

  private IngestWiring() {}

  public static Ingest fromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    Clock clock = Clock.systemUTC();
    ObjectStore objects = new S3ObjectStore(clients.s3(), variable(LAKE));
    Region region = new DefaultAwsRegionProviderChain().getRegion();
    AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    return new Ingest(
        new StoredCompanies(objects, clock),
        secrets(credentials, region, endpoint("ssm", region), clock),
        new DynamoEventStore(clients.dynamoDb(), variable(TABLE), objects, clock),
        park(credentials, region, endpoint("sqs", region), variable(QUEUE)),
        new Quarantine(objects),
        clock);
  }

  public static EventStore eventsFromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    return new DynamoEventStore(
        clients.dynamoDb(),
        variable(TABLE),
        new S3ObjectStore(clients.s3(), variable(LAKE)),
        Clock.systemUTC());
  }

  /** Secrets in Parameter Store. */
  public static Secrets secrets(
      AwsCredentialsProvider credentials, Region region, URI endpoint, Clock clock) {
    return new SsmSecrets(new JsonService(http(), credentials, region, "ssm", endpoint), clock);
  }

  /**
   * A park in SQS.
   *
   * @param queue its URL
   */
  public static Park park(
      AwsCredentialsProvider credentials, Region region, URI endpoint, String queue) {
    return new SqsPark(new JsonService(http(), credentials, region, "sqs", endpoint), queue);
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(TIME_OUT)
        .socketTimeout(TIME_OUT)
        .build();
  }

  /** Where the service is, unless the SDK's own variables for stand-ins name another place. */
  private static URI endpoint(String service, Region region) {
    for (String name :
        new String[] {"AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "AWS_ENDPOINT_URL"}) {
      String told = System.getenv(name);
      if (told != null) {
        return URI.create(told);
      }
    }
    // ServiceMetadata would say the same and load a class for each service of AWS, in a cold start
    return URI.create(
        "https://%s.%s.%s"
            .formatted(service, region.id(), PartitionMetadata.of(region).dnsSuffix()));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "The environment variable " + name + " is not set");
    }
    return value;
  }
}
