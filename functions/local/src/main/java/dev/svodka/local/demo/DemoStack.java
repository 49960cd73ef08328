package dev.svodka.local.demo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.Export;
import dev.svodka.export.ExportHandler;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.IngestHandler;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.demo.RecordedHooks.Hook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The functions of a deployment, wired to an AWS that has just been started and is empty. */
final class DemoStack implements AutoCloseable {
  private static final String TABLE = "svodka-events";
  private static final long ARROW_BYTES = 512L << 20;

  /** Later than any day is open. */
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private static final String YAML = "application/yaml";

  private final ReplayClock clock = new ReplayClock();
  private final String secret = UUID.randomUUID().toString();
  private final BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
  private final AwsClients clients;
  private final S3ObjectStore lake;
  private final S3ObjectStore reports;
  private final IngestHandler ingest;
  private final ExportHandler export;

  DemoStack(AwsEndpoints endpoints) {
    clients = AwsClients.of(endpoints);
    lake = new S3ObjectStore(clients.s3(), "svodka-lake");
    reports = new S3ObjectStore(clients.s3(), "svodka-reports");
    DynamoEventStore events = new DynamoEventStore(clients.dynamoDb(), TABLE, lake, clock);
    ingest =
        new IngestHandler(
            new Ingest(
                new StoredCompanies(lake, Clock.systemUTC()),
                reference -> Optional.of(secret),
                events,
                parked -> {
                  throw new SvodkaException(
                      ErrorCode.STORE_UNAVAILABLE, "DynamoDB Local does not take events");
                },
                new Quarantine(lake),
                clock));
    export = new ExportHandler(new Export(events, lake, allocator, clock));
  }

  /** Makes table and buckets and puts the company's business file where the functions look. */
  void deploy(Business business, Path businessFile) {
    EventTable.create(clients.dynamoDb(), TABLE);
    lake.createBucket();
    reports.createBucket();
    lake.put("accounts/" + business.account() + "/business.yaml", businessFile, YAML);
  }

  /** Posts one delivery as the HTTP API would, at the time at which it came in. */
  void post(Business business, Hook hook) {
    clock.set(hook.received());
    String path =
        "/hooks/%s/%s/%s".formatted(business.account(), business.sources().getFirst().id(), secret);
    int status = ingest.handleRequest(event(path, hook.body()), null).getStatusCode();
    if (status != 202) {
      throw new SvodkaException(
          ErrorCode.INTERNAL, "ingest answered %d to a sample webhook".formatted(status));
    }
  }

  private static APIGatewayV2HTTPEvent event(String path, String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("POST").withPath(path).build())
                .build())
        .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
        .withIsBase64Encoded(true)
        .build();
  }

  /**
   * Exports every day on which something was stored.
   *
   * @return rows of the Arrow files
   */
  long export(Business business) {
    clock.set(clock.instant().plus(TWO_DAYS));
    Object rows = export.handleRequest(Map.of("account", business.account()), null).get("rows");
    return rows instanceof Number number ? number.longValue() : 0;
  }

  S3ObjectStore lake() {
    return lake;
  }

  S3ObjectStore reports() {
    return reports;
  }

  @Override
  public void close() {
    clients.close();
    allocator.close();
  }
}
