package dev.svodka.local.demo;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.Export;
import dev.svodka.export.ExportHandler;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.local.demo.RecordedHooks.Hook;
import dev.svodka.local.serve.CompanyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The functions of a deployment, wired to an AWS that has just been started and is empty. */
final class DemoStack implements AutoCloseable {
  private static final String TABLE = "svodka-events";
  private static final long ARROW_BYTES = 512L << 20;
  private static final int INSTANCES = 3;

  /** Later than any day is open. */
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final BufferAllocator allocator = new RootAllocator(ARROW_BYTES);
  private final AwsClients clients;
  private final S3ObjectStore lake;
  private final S3ObjectStore reports;

  DemoStack(AwsEndpoints endpoints) {
    clients = AwsClients.of(endpoints);
    lake = new S3ObjectStore(clients.s3(), "svodka-lake");
    reports = new S3ObjectStore(clients.s3(), "svodka-reports");
  }

  /**
   * Makes table and buckets and puts the company's business file where the functions look, and
   * beside it its own KPIs and reports.
   */
  void deploy(Business business, Path businessFile) throws IOException {
    EventTable.create(clients.dynamoDb(), TABLE);
    lake.createBucket();
    reports.createBucket();
    CompanyFiles.put(business, businessFile, lake);
  }

  /**
   * Posts the deliveries. What is about one thing goes through one instance and stays in order, so
   * that of repeats it is always the first that is stored.
   *
   * @param posted is called after each
   */
  void post(Business business, List<Hook> hooks, Runnable posted) throws InterruptedException {
    String secret = UUID.randomUUID().toString();
    String source = business.sources().getFirst().id();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
      for (int i = 0; i < INSTANCES; i++) {
        int share = i;
        IngestInstance instance = new IngestInstance(clients, TABLE, lake, secret);
        running.add(
            threads.submit(
                () ->
                    hooks.stream()
                        .filter(hook -> hook.share(INSTANCES) == share)
                        .forEach(
                            hook -> {
                              instance.post(business.account(), source, hook);
                              posted.run();
                            })));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SvodkaException known) {
        throw known;
      }
      throw new SvodkaException(ErrorCode.INTERNAL, "a sample webhook was not taken", e);
    }
  }

  /**
   * Exports every day on which something was stored.
   *
   * @param end of the sample
   * @return rows of the Arrow files
   */
  long export(Business business, Instant end) {
    Clock clock = Clock.fixed(end.plus(TWO_DAYS), ZoneOffset.UTC);
    ExportHandler export =
        new ExportHandler(
            new Export(
                new DynamoEventStore(clients.dynamoDb(), TABLE, lake, clock),
                lake,
                allocator,
                clock),
            Metrics.NONE);
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
