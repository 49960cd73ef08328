package dev.svodka.report.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.S3ObjectStore;
import java.nio.file.Path;

/**
 * The parts in AWS, by the environment variables that sam-template.yaml sets.
 *
 * @param lake the bucket with Arrow files and business files
 * @param reports the bucket that dashboards are read from
 */
public record ReportWiring(ObjectStore lake, ObjectStore reports, String version, Path tempFolder) {
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final String REPORTS = "SVODKA_REPORTS_BUCKET";
  private static final String VERSION = "SVODKA_VERSION";

  public static ReportWiring fromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    return new ReportWiring(
        new S3ObjectStore(clients.s3(), variable(LAKE)),
        new S3ObjectStore(clients.s3(), variable(REPORTS)),
        variable(VERSION),
        Path.of(System.getProperty("java.io.tmpdir")));
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
