package dev.svodka.ingest.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.lake.aws.SsmSecrets;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.lake.telemetry.EmfMetrics;
import java.time.Clock;
import java.time.Duration;

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
    DynamoEventStore events =
        new DynamoEventStore(clients.dynamoDb(), variable(TABLE), objects, clock);
    Ingest ingest =
        new Ingest(
            new StoredCompanies(objects, clock),
            SsmSecrets.fromEnvironment(TIME_OUT, clock),
            events,
            new SqsPark(JsonService.fromEnvironment("sqs", TIME_OUT), variable(QUEUE)),
            new Quarantine(objects),
            clock,
            EmfMetrics.fromEnvironment());
    Priming.register(ingest, events);
    return ingest;
  }

  public static EventStore eventsFromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    return new DynamoEventStore(
        clients.dynamoDb(),
        variable(TABLE),
        new S3ObjectStore(clients.s3(), variable(LAKE)),
        Clock.systemUTC());
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
