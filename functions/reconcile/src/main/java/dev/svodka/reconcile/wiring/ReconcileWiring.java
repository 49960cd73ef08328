package dev.svodka.reconcile.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The parts in AWS, by the environment variables that sam-template.yaml sets. */
public final class ReconcileWiring {
  private static final String TABLE = "SVODKA_TABLE";
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final Duration SSM_TIME_OUT = Duration.ofSeconds(5);
  private static final AwsClients CLIENTS = AwsClients.fromEnvironment();

  private ReconcileWiring() {}

  public static Parts parts() {
    Clock clock = Clock.systemUTC();
    return new Parts(
        new S3ObjectStore(CLIENTS.s3(), variable(LAKE)),
        new DynamoCells(CLIENTS.dynamoDb(), variable(TABLE)),
        new SsmVault(JsonService.fromEnvironment("ssm", SSM_TIME_OUT)),
        new PublicHosts(),
        new Transport(TIME_OUT),
        clock,
        Pause.REAL,
        new SecureRandom());
  }

  public static EventStore events() {
    return new DynamoEventStore(
        CLIENTS.dynamoDb(),
        variable(TABLE),
        new S3ObjectStore(CLIENTS.s3(), variable(LAKE)),
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
