package dev.svodka.export.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.Export;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.NightlyErasure;
import dev.svodka.lake.objects.S3ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;

/** The parts in AWS, by the environment variables that sam-template.yaml sets. */
public final class ExportWiring {
  private static final String TABLE = "SVODKA_TABLE";
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final String REPORTS = "SVODKA_REPORTS_BUCKET";

  /** Off the heap: one batch of rows on its way in or out, and the spilled runs that are merged. */
  private static final long ARROW_BYTES = 512L << 20;

  private ExportWiring() {}

  public static Export fromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    Clock clock = Clock.systemUTC();
    S3ObjectStore lake = new S3ObjectStore(clients.s3(), variable(LAKE));
    return new Export(
        new DynamoEventStore(clients.dynamoDb(), variable(TABLE), lake, clock),
        lake,
        new RootAllocator(ARROW_BYTES),
        clock);
  }

  /** What takes people out of all that an account has. */
  public static NightlyErasure erasure() {
    AwsClients clients = AwsClients.fromEnvironment();
    Clock clock = Clock.systemUTC();
    S3ObjectStore lake = new S3ObjectStore(clients.s3(), variable(LAKE));
    return new NightlyErasure(
        new Erasure(
            lake,
            Optional.of(new S3ObjectStore(clients.s3(), variable(REPORTS))),
            Optional.of(new DynamoEventStore(clients.dynamoDb(), variable(TABLE), lake, clock)),
            new RootAllocator(ARROW_BYTES),
            clock,
            new SecureRandom()));
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
