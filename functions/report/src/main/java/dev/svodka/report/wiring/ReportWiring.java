package dev.svodka.report.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.Links;
import dev.svodka.core.secret.Secrets;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.SsmSecrets;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.Mailer;
import dev.svodka.report.deliver.SignedInvitations;
import dev.svodka.report.deliver.Telegram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The parts in AWS, by the environment variables that sam-template.yaml sets.
 *
 * @param lake the bucket with Arrow files and business files
 * @param reports the bucket that dashboards are read from
 */
public record ReportWiring(
    ObjectStore lake, ObjectStore reports, String version, Path tempFolder, Deliverer deliverer) {
  private static final String LAKE = "SVODKA_LAKE_BUCKET";
  private static final String REPORTS = "SVODKA_REPORTS_BUCKET";
  private static final String VERSION = "SVODKA_VERSION";
  private static final String MAIL_FROM = "SVODKA_MAIL_FROM";
  private static final String DASHBOARD = "SVODKA_DASHBOARD_URL";
  private static final String KEYS = "SVODKA_LINK_KEYS";
  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  public static ReportWiring fromEnvironment() {
    AwsClients clients = AwsClients.fromEnvironment();
    ObjectStore reports = new S3ObjectStore(clients.s3(), variable(REPORTS));
    Clock clock = Clock.systemUTC();
    Secrets secrets = SsmSecrets.fromEnvironment(TIME_OUT, clock);
    return new ReportWiring(
        new S3ObjectStore(clients.s3(), variable(LAKE)),
        reports,
        variable(VERSION),
        Path.of(System.getProperty("java.io.tmpdir")),
        new Deliverer(
            reports,
            new Deliverer.Ways(
                told(MAIL_FROM).map(ReportWiring::mailer),
                new Telegram(Telegram.SERVER),
                secrets,
                new SignedInvitations(
                    URI.create(variable(DASHBOARD)),
                    new Links(KeySource.of(secrets, variable(KEYS))),
                    clock))));
  }

  private static Mailer mailer(String from) {
    return new SesMailer(
        SesV2Client.builder().httpClient(UrlConnectionHttpClient.create()).build(), from);
  }

  /** Empty where the deployment does without. */
  private static Optional<String> told(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  private static String variable(String name) {
    return told(name)
        .orElseThrow(
            () ->
                new SvodkaException(
                    ErrorCode.CALL_INVALID, "The environment variable " + name + " is not set"));
  }
}
