package dev.svodka.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.secret.Secrets;
import dev.svodka.export.Export;
import dev.svodka.export.ExportHandler;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.IngestHandler;
import dev.svodka.ingest.Park;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.ingest.UnparkHandler;
import dev.svodka.ingest.wiring.SqsPark;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.lake.aws.SsmSecrets;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Webhook ▶ ingest ▶ DynamoDB ▶ export ▶ Arrow on S3 ▶ the same events. */
@ExtendWith(TestAws.class)
class WebhookToLakeIT {
  private static final String SECRET = "kP7-long-enough";
  private static final String PATH = "/hooks/romashka/amo/" + SECRET;
  private static final Path EVENTS = ProjectFiles.root().resolve("events");

  private final AwsEndpoints aws;
  private final AwsClients clients;
  private final MovingClock clock = new MovingClock("2026-11-23T10:00:00Z");
  private final String table = "events-" + UUID.randomUUID();
  private final S3ObjectStore objects;
  private final EventStore store;

  WebhookToLakeIT(AwsEndpoints aws) {
    this.aws = aws;
    clients = AwsClients.of(aws);
    objects = LakeClients.newBucket(clients);
    store = new DynamoEventStore(clients.dynamoDb(), table, objects, clock);
  }

  @BeforeEach
  void upload() {
    EventTable.create(clients.dynamoDb(), table);
    objects.put(
        "accounts/romashka/business.yaml", EVENTS.resolve("business.yaml"), "application/yaml");
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void theSampleWebhooksPostedTwiceAreInTheLakeOnce() throws IOException {
    IngestHandler handler = handler(store, events -> {});
    List<byte[]> bodies = sampleBodies();
    for (byte[] body : bodies) {
      assertThat(post(handler, body)).isEqualTo(202);
    }
    for (byte[] body : bodies.reversed()) {
      assertThat(post(handler, body)).isEqualTo(202);
    }
    Map<String, String> expected = expected(bodies);
    clock.advance(Duration.ofHours(15));

    assertThat(export(Map.of())).isEqualTo((long) expected.size());
    assertThat(export(Map.of())).as("nothing is left to export").isZero();
    assertThat(inTheLake()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void aWrongSecretStoresNothing() throws IOException {
    IngestHandler handler = handler(store, events -> {});

    assertThat(
            handler
                .handleRequest(
                    HttpEvents.post("/hooks/romashka/amo/guess", sampleBodies().getFirst()), null)
                .getStatusCode())
        .isEqualTo(404);
    assertThat(store.days("romashka")).isEmpty();
  }

  @Test
  void anOversizeBodyGoesToTheBucket() {
    byte[] large =
        ("leads[add][0][id]=1&x=" + "y".repeat(9 << 20)).getBytes(StandardCharsets.UTF_8);

    assertThat(post(handler(store, events -> {}), large)).isEqualTo(202);
    assertThat(objects.list("quarantine/romashka/2026-11-23/"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.size()).isLessThan(1_000));
  }

  @Test
  void whileTheTableIsOutEventsWaitAndAreStoredLater() throws IOException {
    EventStore out = new DynamoEventStore(clients.dynamoDb(), "no-such-table", objects, clock);
    List<ChangeEvent> waiting = new ArrayList<>();
    byte[] body = sampleBodies().getFirst();

    assertThat(post(handler(out, waiting::addAll), body)).isEqualTo(202);
    assertThat(store.days("romashka")).isEmpty();

    store.put(waiting);
    clock.advance(Duration.ofHours(15));
    export(Map.of("account", "romashka"));
    assertThat(inTheLake()).isEqualTo(expected(List.of(body)));
  }

  @Test
  void theParkQueueAndTheParameterStoreServeTheSame() throws IOException {
    assumeTrue(
        TestAws.hasQueuesAndParameters(), "SKIPPED: the embedded AWS has neither SQS nor SSM");
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(aws.accessKey(), aws.secretKey()));
    Region region = Region.of(aws.region());
    try (SqsClient sqs =
            SqsClient.builder()
                .endpointOverride(aws.dynamoDb())
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        SsmClient ssm =
            SsmClient.builder()
                .endpointOverride(aws.dynamoDb())
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      String queue = sqs.createQueue(create -> create.queueName("park-" + table)).queueUrl();
      ssm.putParameter(
          put ->
              put.name("/svodka/romashka/hook")
                  .value(SECRET)
                  .type(ParameterType.SECURE_STRING)
                  .overwrite(true));
      SdkHttpClient http = UrlConnectionHttpClient.create();
      Secrets secrets =
          new SsmSecrets(new JsonService(http, credentials, region, "ssm", aws.dynamoDb()), clock);
      assertThat(secrets.value("ssm:/svodka/romashka/none")).isEmpty();
      Park park =
          new SqsPark(new JsonService(http, credentials, region, "sqs", aws.dynamoDb()), queue);
      EventStore out = new DynamoEventStore(clients.dynamoDb(), "no-such-table", objects, clock);
      byte[] body = sampleBodies().getFirst();

      assertThat(post(handler(out, park, secrets), body)).isEqualTo(202);

      SQSEvent batch = new SQSEvent();
      batch.setRecords(
          sqs
              .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
              .messages()
              .stream()
              .map(
                  message -> {
                    SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
                    record.setMessageId(message.messageId());
                    record.setBody(message.body());
                    return record;
                  })
              .toList());
      assertThat(new UnparkHandler(store).handleRequest(batch, null).getBatchItemFailures())
          .isEmpty();
    }
    clock.advance(Duration.ofHours(15));
    export(Map.of());
    assertThat(inTheLake()).isEqualTo(expected(List.of(sampleBodies().getFirst())));
  }

  private IngestHandler handler(EventStore events, Park park) {
    return handler(
        events,
        park,
        reference -> Optional.of(SECRET).filter(kept -> reference.startsWith("ssm:")));
  }

  private IngestHandler handler(EventStore events, Park park, Secrets secrets) {
    return new IngestHandler(
        new Ingest(
            new StoredCompanies(objects, clock),
            secrets,
            events,
            park,
            new Quarantine(objects),
            clock));
  }

  private static int post(IngestHandler handler, byte[] body) {
    return handler.handleRequest(HttpEvents.post(PATH, body), null).getStatusCode();
  }

  private long export(Map<String, String> input) {
    try (RootAllocator allocator = new RootAllocator(256L << 20)) {
      return (long)
          new ExportHandler(new Export(store, objects, allocator, clock), Metrics.NONE)
              .handleRequest(input, null)
              .getOrDefault("rows", -1L);
    }
  }

  private static List<byte[]> sampleBodies() throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.list(EVENTS.resolve("examples"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".form")).sorted().toList()) {
        bodies.add(Files.readAllBytes(file));
      }
    }
    assertThat(bodies).isNotEmpty();
    return bodies;
  }

  /** What the parser gives for the bodies, as the lake tells it, by the event's id. */
  private Map<String, String> expected(List<byte[]> bodies) {
    Business business = BusinessFile.load(EVENTS.resolve("business.yaml"));
    PayloadParser parser = LiveParser.of(business, business.sources().getFirst());
    Map<String, String> events = new TreeMap<>();
    for (byte[] body : bodies) {
      if (parser.parse(body, clock.instant()) instanceof Parsed.Events parsed) {
        parsed.events().forEach(event -> events.putIfAbsent(event.eventId(), told(event)));
      }
    }
    assertThat(events).isNotEmpty();
    return events;
  }

  private Map<String, String> inTheLake() throws IOException {
    Map<String, String> events = new TreeMap<>();
    try (RootAllocator allocator = new RootAllocator(256L << 20)) {
      for (String key : new LakeFeed(objects, "romashka").files()) {
        try (EventFileReader reader = new EventFileReader(allocator, key, objects.open(key))) {
          for (Optional<ChangeEvent> event = reader.next();
              event.isPresent();
              event = reader.next()) {
            assertThat(events.put(event.get().eventId(), told(event.get())))
                .as("an event is there once")
                .isNull();
          }
        }
      }
    }
    return events;
  }

  /** All of an event but the moment at which it became durable and its place in the delivery. */
  private static String told(ChangeEvent event) {
    return event.receivedAt(event.occurredAt()).toString();
  }
}
