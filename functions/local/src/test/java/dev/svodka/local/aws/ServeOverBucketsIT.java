package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.cli.Svodka;
import dev.svodka.local.serve.CompanyFiles;
import dev.svodka.local.serve.Crms;
import dev.svodka.local.serve.DataFolder;
import dev.svodka.local.serve.LocalService;
import dev.svodka.local.serve.Places;
import dev.svodka.local.serve.Stores;
import dev.svodka.local.serve.wiring.PlacedStores;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** {@code svodka serve} with its data in two buckets and a table in place of its folder. */
@ExtendWith(TestAws.class)
class ServeOverBucketsIT {
  private static final Path EVENTS = ProjectFiles.root().resolve("events");
  private static final Instant END = Instant.parse("2026-11-15T21:00:00Z");

  @TempDir private Path folder;
  private final AwsEndpoints aws;
  private final AwsClients clients;
  private final Places places;
  private final HttpClient http = HttpClient.newHttpClient();

  ServeOverBucketsIT(AwsEndpoints aws) {
    this.aws = aws;
    clients = AwsClients.of(aws);
    String id = UUID.randomUUID().toString();
    places =
        new Places(
            "lake-" + id,
            "reports-" + id,
            "events-" + id,
            Optional.of(aws.s3()),
            Optional.of(aws.dynamoDb()));
  }

  @AfterEach
  void close() {
    http.close();
    clients.close();
  }

  @Test
  void theSameHooksGiveTheSameBytesAsOverAFolder() throws Exception {
    makeBuckets();
    DataFolder data = DataFolder.open(folder.resolve("data"));
    DataFolder secrets = DataFolder.open(folder.resolve("secrets"));
    MovingClock first = new MovingClock("2026-11-09T00:00:00Z");
    MovingClock second = new MovingClock("2026-11-09T00:00:00Z");

    SortedMap<String, byte[]> ofFolder = week(data, data.stores(first), first);
    SortedMap<String, byte[]> ofBuckets = week(secrets, placed(second), second);

    assertThat(ofFolder.keySet())
        .anyMatch(key -> key.endsWith("/kpis.json"))
        .anyMatch(key -> key.endsWith("/weekly-conversion.ru.html"));
    assertThat(ofBuckets.keySet()).isEqualTo(ofFolder.keySet());
    ofFolder.forEach((key, bytes) -> assertThat(ofBuckets.get(key)).as(key).isEqualTo(bytes));
    assertThat(filesOf(folder.resolve("secrets")))
        .containsExactly(".secrets.lock", "secrets.properties");
  }

  @Test
  void theCommandFindsThemByTheEnvironment() throws Exception {
    makeBuckets();
    String[] names = {
      "--lake-bucket", places.lakeBucket(), "--reports-bucket", places.reportsBucket(),
      "--table", places.table(), "--business", EVENTS.resolve("business.yaml").toString()
    };
    String form = Files.readString(EVENTS.resolve("examples/lead-status.form"));
    String secret = postToTheCommand(form, names);
    EventStore events = events();
    long stored = count(events);
    assertThat(stored).isPositive();

    assertThat(postToTheCommand(form)).as("the folder remembers").isEqualTo(secret);
    assertThat(count(events)).as("what came again").isEqualTo(stored);
    assertThat(filesOf(folder.resolve("data")))
        .containsExactly(".lock", ".secrets.lock", "secrets.properties", "stores.properties");

    Process elsewhere = command(Map.of("AWS_REGION", aws.region()));
    assertThat(new String(elsewhere.getErrorStream().readAllBytes(), UTF_8))
        .contains("and the environment says elsewhere; set AWS_ENDPOINT_URL_S3 and ")
        .doesNotContain("\tat ");
    assertThat(elsewhere.waitFor()).isEqualTo(2);
  }

  @Test
  void whatIsWrongIsSaidInWords() {
    assertRefused(places, aws, ErrorCode.NOT_FOUND, "bucket " + places.lakeBucket(), "make it");
    makeBuckets();
    URI nobody = URI.create("http://127.0.0.1:1");
    assertRefused(
        new Places(
            places.lakeBucket(),
            places.reportsBucket(),
            places.table(),
            Optional.of(nobody),
            places.dynamoDb()),
        new AwsEndpoints(aws.dynamoDb(), nobody, aws.region(), aws.accessKey(), aws.secretKey()),
        ErrorCode.STORE_UNAVAILABLE,
        "at http://127.0.0.1:1: does not answer (Connection refused)",
        "AWS_ENDPOINT_URL_S3");
    if (!TestAws.hasQueuesAndParameters()) { // moto lets everybody in
      assertRefused(
          places,
          new AwsEndpoints(aws.dynamoDb(), aws.s3(), aws.region(), aws.accessKey(), "wrong"),
          ErrorCode.NOT_AUTHENTICATED,
          "these keys are not known there",
          "AWS_SECRET_ACCESS_KEY");
    }
    clients
        .dynamoDb()
        .createTable(
            table ->
                table
                    .tableName(places.table())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
    assertRefused(places, aws, ErrorCode.CALL_INVALID, "its keys are id HASH", "--table");
  }

  private static void assertRefused(
      Places places, AwsEndpoints at, ErrorCode code, String... words) {
    assertThatThrownBy(() -> PlacedStores.open(AwsClients.of(at), places, Clock.systemUTC()))
        .hasMessageContainingAll(words)
        .isInstanceOfSatisfying(
            SvodkaException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private void makeBuckets() {
    new S3ObjectStore(clients.s3(), places.lakeBucket()).createBucket();
    new S3ObjectStore(clients.s3(), places.reportsBucket()).createBucket();
  }

  private Stores placed(Clock clock) {
    return PlacedStores.open(AwsClients.of(aws), places, clock);
  }

  /** A week of the sample over HTTP; gives what is published. */
  private SortedMap<String, byte[]> week(DataFolder data, Stores stores, MovingClock clock)
      throws Exception {
    Path business = ProjectFiles.dealsAndInvoices(folder);
    CompanyFiles.put(BusinessFile.load(business), business, stores.lake());
    List<String> said = new ArrayList<>();
    try (stores;
        LocalService service =
            LocalService.start(
                new LocalService.Settings(
                    data, stores, "127.0.0.1", 0, Optional.empty(), clock, "test", Crms.real()),
                said::add)) {
      URI hook = requireNonNull(service.hooks().get("romashka/amo"));
      for (String line : Files.readAllLines(EVENTS.resolve("webhooks/2026-W46.forms"))) {
        int tab = line.indexOf('\t');
        clock.advance(Duration.between(clock.instant(), Instant.parse(line.substring(0, tab))));
        assertThat(post(hook, line.substring(tab + 1))).isEqualTo(202);
      }
      clock.advance(Duration.between(clock.instant(), END));
      assertThat(service.makeReports(END)).as("%s", said).isTrue();
      SortedMap<String, byte[]> published = new TreeMap<>();
      for (ObjectStore.Entry entry : stores.reports().list("")) {
        // the order of its rows is DuckDB's own
        if (!entry.key().endsWith("/facts.parquet")) {
          published.put(entry.key(), stores.reports().get(entry.key()));
        }
      }
      return published;
    }
  }

  private int post(URI hook, String form) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(hook)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** Starts it, posts to the address that it prints, and ends it; gives the path of the address. */
  private String postToTheCommand(String form, String... options) throws Exception {
    Process process =
        command(
            Map.of(
                Places.S3,
                aws.s3().toString(),
                Places.DYNAMODB,
                aws.dynamoDb().toString(),
                "AWS_REGION",
                aws.region(),
                "AWS_ACCESS_KEY_ID",
                aws.accessKey(),
                "AWS_SECRET_ACCESS_KEY",
                aws.secretKey()),
            options);
    try {
      URI hook =
          process
              .inputReader()
              .lines()
              .filter(line -> line.startsWith("hook romashka/amo: "))
              .findFirst()
              .map(line -> URI.create(line.substring(line.indexOf("http"))))
              .orElseThrow(
                  () ->
                      new AssertionError(
                          String.join("\n", process.errorReader().lines().toList())));
      assertThat(post(hook, form)).isEqualTo(202);
      return hook.getPath();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private Process command(Map<String, String> environment, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Svodka.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private EventStore events() {
    return new DynamoEventStore(
        clients.dynamoDb(),
        places.table(),
        new S3ObjectStore(clients.s3(), places.lakeBucket()),
        Clock.systemUTC());
  }

  private static long count(EventStore events) {
    return events.days("romashka").stream()
        .mapToLong(day -> events.readDay("romashka", day, event -> {}))
        .sum();
  }

  private static List<String> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
