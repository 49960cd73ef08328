package dev.svodka.dashboard.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.Links;
import dev.svodka.dashboard.Dashboard;
import dev.svodka.dashboard.LargeFiles;
import dev.svodka.dashboard.LoggedOpenings;
import dev.svodka.dashboard.Revocations;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.SsmSecrets;
import dev.svodka.lake.objects.S3ObjectStore;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The parts in AWS, by the environment variables that sam-template.yaml sets. */
public final class DashboardWiring {
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final String REPORTS = "SVODKA_REPORTS_BUCKET";
  private static final String KEYS = "SVODKA_LINK_KEYS";

  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  private DashboardWiring() {}

  public static Dashboard fromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    Clock clock = Clock.systemUTC();
    Revocations revocations =
        new StoredRevocations(new S3ObjectStore(clients.s3(), variable(LAKE)));
    S3ObjectStore reports = new S3ObjectStore(clients.s3(), variable(REPORTS));
    Priming.register(revocations, reports);
    return new Dashboard(
        new Links(keys(variable(KEYS))),
        revocations,
        reports,
        large(clients.s3(), variable(REPORTS)),
        new LoggedOpenings(),
        clock);
  }

  /**
   * The keys of links of a deployed stack.
   *
   * @param reference such as {@code ssm:/svodka/dashboard/keys}
   */
  public static KeySource keys(String reference) {
    return KeySource.of(SsmSecrets.fromEnvironment(TIME_OUT, Clock.systemUTC()), reference);
  }

  /**
   * The revoked links of a deployed stack.
   *
   * @param bucket the lake's
   */
  public static Revocations revocations(String bucket) {
    return new StoredRevocations(new S3ObjectStore(AwsClients.fromEnvironment().s3(), bucket));
  }

  /** Files of a bucket by presigned addresses. */
  public static LargeFiles large(S3Client client, String bucket) {
    return new PresignedFiles(S3Presigner.builder().s3Client(client).build(), bucket);
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
