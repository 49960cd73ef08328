package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.ingest.ParkedEvents;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.stack.SamTemplate;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each zip as Lambda takes it and runs it, with the environment that the template gives it. */
@ExtendWith(TestAws.class)
class LambdaZipsIT {
  /** Lambda takes no more, unzipped. */
  private static final long MAX_UNZIPPED = 250L << 20;

  private static final String SECRET = "s3cret-of-the-zip";
  private static final Instant FRIDAY = Instant.parse("2026-11-13T12:00:00Z");
  private static final Path EVENTS = ProjectFiles.root().resolve("events");
  private static final SamTemplate TEMPLATE = SamTemplate.read();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsEndpoints aws;
  private final AwsClients clients;
  private final String table = "events-" + UUID.randomUUID();
  private final String lake = "lake-" + UUID.randomUUID();
  private final String reports = "reports-" + UUID.randomUUID();
  private final S3ObjectStore objects;
  private final HttpServer parameters;

  @TempDir private Path folder;

  LambdaZipsIT(AwsEndpoints aws) throws IOException {
    this.aws = aws;
    clients = AwsClients.of(aws);
    objects = new S3ObjectStore(clients.s3(), lake);
    parameters = parameterStore();
  }

  @BeforeEach
  void deploy() {
    EventTable.create(clients.dynamoDb(), table);
    objects.createBucket();
    new S3ObjectStore(clients.s3(), reports).createBucket();
    objects.put(
        "accounts/romashka/business.yaml", EVENTS.resolve("business.yaml"), "application/yaml");
  }

  @AfterEach
  void stop() {
    parameters.stop(0);
    clients.close();
  }

  static Stream<String> zips() {
    return TEMPLATE.functions().values().stream()
        .map(function -> SamTemplate.text(function, "CodeUri"))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("zips")
  void aZipHoldsWhatLambdaTakesAndNothingForeign(String uri) throws IOException {
    try (ZipFile zip = new ZipFile(zip(uri).toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      List<String> names = entries.stream().map(ZipEntry::getName).toList();

      assertThat(entries.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(MAX_UNZIPPED);
      assertThat(names)
          .contains("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
          .noneMatch(
              name ->
                  name.matches(
                      "lib/(netty|apache-client|apache5-client|DynamoDBLocal|slf4j-simple).*"))
          .noneMatch(name -> name.endsWith(".dll") || name.endsWith(".dylib"))
          .filteredOn(name -> name.startsWith("linux/") && name.endsWith(".so"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.svodka.local.stack.StackTest#functions")
  void theHandlerIsAtTheRoot(String id) throws IOException {
    try (ZipFile zip = new ZipFile(zip(property(id, "CodeUri")).toFile())) {
      assertThat(zip.getEntry(property(id, "Handler").replace('.', '/') + ".class")).isNotNull();
    }
  }

  @Test
  void ingestStoresItsFirstWebhookAndTellsOfItInLinesOfJson() throws Exception {
    try (LambdaProcess function = start("IngestFunction")) {
      LambdaProcess.Reply reply =
          function.invoke(sample("ingest-lead-status.json").replace("THE-SECRET", SECRET));

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()).get("statusCode").asInt()).isEqualTo(202);
      System.out.printf(
          "Ingest from its zip, process start to the first durable 202: %d ms%n",
          reply.sinceStart().toMillis());
      assertThat(store(Clock.systemUTC()).days("romashka")).hasSize(1);
      List<JsonNode> told = lines(function.log());
      assertThat(told)
          .anySatisfy(line -> assertThat(line.path("Events").asInt()).isPositive())
          .anySatisfy(line -> assertThat(line.path("message").asText()).contains("events"))
          .allSatisfy(line -> assertThat(line.path("account").asText()).isEqualTo("romashka"));
      assertThat(function.log()).doesNotContain(SECRET).doesNotContain("/hooks/");

      assertThat(
              JSON.readTree(function.invoke(sample("ingest-lead-status.json")).body())
                  .get("statusCode")
                  .asInt())
          .as("with another secret")
          .isEqualTo(404);
    }
  }

  @Test
  void ingestIsPrimedBeforeItsSnapshotAndStoresNothingByThat() throws Exception {
    try (LambdaProcess function = start("IngestFunction", true)) {
      assertThat(
              JSON.readTree(function.invoke(sample("ingest-lead-status.json")).body())
                  .get("statusCode")
                  .asInt())
          .as("with another secret")
          .isEqualTo(404);
      assertThat(lines(function.log()))
          .anySatisfy(line -> assertThat(line.path("message").asText()).isEqualTo("Primed"))
          .noneSatisfy(line -> assertThat(line.path("level").asText()).isEqualTo("WARN"));
      assertThat(clients.dynamoDb().scan(scan -> scan.tableName(table)).items()).isEmpty();

      assertThat(
              JSON.readTree(
                      function
                          .invoke(sample("ingest-lead-status.json").replace("THE-SECRET", SECRET))
                          .body())
                  .get("statusCode")
                  .asInt())
          .isEqualTo(202);
    }
  }

  @Test
  void unparkStoresWhatWaited() throws Exception {
    List<String> messages = ParkedEvents.messages(sampleEvents());
    Map<String, Object> record =
        Map.of(
            "messageId", "1",
            "receiptHandle", "r",
            "body", messages.getFirst(),
            "attributes", Map.of("ApproximateReceiveCount", "1"),
            "messageAttributes", Map.of(),
            "eventSource", "aws:sqs",
            "eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:park",
            "awsRegion", "eu-central-1");
    Map<String, Object> broken = new HashMap<>(record);
    broken.putAll(Map.of("messageId", "2", "body", "none of ours"));
    try (LambdaProcess function = start("UnparkFunction")) {
      LambdaProcess.Reply reply =
          function.invoke(JSON.writeValueAsString(Map.of("Records", List.of(record, broken))));

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()))
          .hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
      assertThat(store(Clock.systemUTC()).days("romashka")).hasSize(1);
    }
  }

  @Test
  void reconcileHasNothingToAskWhereThereIsNoAccount() throws Exception {
    objects.delete("accounts/romashka/business.yaml");
    try (LambdaProcess function = start("ReconcileFunction")) {
      LambdaProcess.Reply reply = function.invoke("{}");

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body())).hasToString("{\"accounts\":[]}");
    }
  }

  @Test
  void exportAndReportTurnAStoredDayIntoPages() throws Exception {
    store(Clock.fixed(FRIDAY, ZoneOffset.UTC)).put(sampleEvents());

    try (LambdaProcess function = startNative("ExportFunction")) {
      LambdaProcess.Reply reply = function.invoke(sample("export-day.json"));

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()).get("rows").asInt()).isPositive();
      assertThat(lines(function.log()))
          .anySatisfy(line -> assertThat(line.path("ExportedRows").asInt()).isPositive());
    }
    try (LambdaProcess function = startNative("RetentionFunction")) {
      LambdaProcess.Reply reply = function.invoke("{\"account\": \"romashka\"}");

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()).get("swept").asInt()).isZero();
      assertThat(lines(function.log()))
          .anySatisfy(line -> assertThat(line.path("Aged").isNumber()).isTrue());
    }
    try (LambdaProcess function = startNative("ReportFunction")) {
      LambdaProcess.Reply reply = function.invoke(sample("report.json"));

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()).get("pages")).isNotEmpty();
      assertThat(new S3ObjectStore(clients.s3(), reports).exists("romashka/reports.json")).isTrue();
      assertThat(lines(function.log()))
          .anySatisfy(line -> assertThat(line.path("Pages").asInt()).isPositive());
    }
  }

  @Test
  void dashboardIsPrimedAndFindsNothingWithoutALink() throws Exception {
    try (LambdaProcess function = start("DashboardFunction", true)) {
      LambdaProcess.Reply reply =
          function.invoke(
              sample("ingest-lead-status.json")
                  .replace("\"POST\"", "\"GET\"")
                  .replace("\"requestContext\": {", "\"requestContext\": {\"requestId\": \"r-1\",")
                  .replaceAll("/hooks/romashka/amo/THE-SECRET", "/d/romashka/index.ru.html"));

      assertThat(reply.way()).as(reply.body() + function.log()).isEqualTo("response");
      assertThat(JSON.readTree(reply.body()).get("statusCode").asInt()).isEqualTo(404);
      assertThat(lines(function.log()))
          .satisfiesExactly(
              line -> assertThat(line.path("message").asText()).isEqualTo("Primed"),
              line -> {
                assertThat(line.path("Refused").asInt()).isEqualTo(1);
                assertThat(line.path("correlation").asText()).isEqualTo("r-1");
                assertThat(line.has("account")).isFalse();
              });
    }
  }

  /** With natives in its zip, which have to be this machine's. */
  private LambdaProcess startNative(String id) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    try (ZipFile zip = new ZipFile(zip(property(id, "CodeUri")).toFile())) {
      assumeTrue(
          zip.stream()
              .anyMatch(
                  entry -> entry.getName().startsWith(arm ? "linux/aarch64/" : "linux/amd64/")),
          "SKIPPED: the zip of "
              + id
              + " is for the other processor; -Dlambda.arch="
              + (arm ? "arm64" : "x86_64"));
    }
    return start(id);
  }

  private LambdaProcess start(String id) throws IOException {
    return start(id, false);
  }

  private LambdaProcess start(String id, boolean snapStart) throws IOException {
    Path root = folder.resolve(id);
    unzip(zip(property(id, "CodeUri")), root);
    String memory = property(id, "MemorySize");
    return new LambdaProcess(
        root,
        property(id, "Handler"),
        memory.startsWith("!Ref ") ? 4096 : Integer.parseInt(memory),
        snapStart,
        environment(id),
        folder.resolve(id + ".log"));
  }

  /** What the template says, with what stands here for its resources. */
  private Map<String, String> environment(String id) {
    Map<String, String> resources =
        Map.of(
            "!Ref EventTable", table,
            "!Ref LakeBucket", lake,
            "!Ref ReportsBucket", reports,
            "!Ref ParkQueue", "http://127.0.0.1:1/none",
            "!Ref MailFrom", "svodka@example.com",
            "!Sub https://${DashboardApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}",
                "https://reports.example.com",
            "!Sub Svodka/${AWS::StackName}", "Svodka/svodka");
    Map<String, String> environment = new HashMap<>();
    SamTemplate.variables(SamTemplate.map(TEMPLATE.functions().get(id)))
        .forEach(
            (name, value) -> {
              String here = resources.getOrDefault(value, value);
              assertThat(here).as(name).doesNotStartWith("!");
              environment.put(name, here);
            });
    environment.putAll(
        Map.of(
            "AWS_REGION", aws.region(),
            "AWS_ACCESS_KEY_ID", aws.accessKey(),
            "AWS_SECRET_ACCESS_KEY", aws.secretKey(),
            "AWS_ENDPOINT_URL_DYNAMODB", aws.dynamoDb().toString(),
            "AWS_ENDPOINT_URL_S3", aws.s3().toString(),
            "AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:" + parameters.getAddress().getPort(),
            "LANG", "en_US.UTF-8",
            "TZ", ":UTC"));
    return environment;
  }

  private DynamoEventStore store(Clock clock) {
    return new DynamoEventStore(clients.dynamoDb(), table, objects, clock);
  }

  private static List<ChangeEvent> sampleEvents() throws IOException {
    Business business = BusinessFile.load(EVENTS.resolve("business.yaml"));
    PayloadParser parser = LiveParser.of(business, business.sources().getFirst());
    List<ChangeEvent> events = new ArrayList<>();
    for (String file : List.of("lead-add.form", "lead-status.form", "invoice-issued.form")) {
      byte[] body = Files.readAllBytes(EVENTS.resolve("examples").resolve(file));
      if (parser.parse(body, FRIDAY) instanceof Parsed.Events parsed) {
        events.addAll(parsed.events());
      }
    }
    return events;
  }

  private static String sample(String name) throws IOException {
    return Files.readString(EVENTS.resolve("lambda").resolve(name));
  }

  private static String property(String id, String name) {
    return SamTemplate.text(SamTemplate.map(TEMPLATE.functions().get(id)), name);
  }

  /** All but what the JVM itself says. */
  private static List<JsonNode> lines(String log) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : log.lines().toList()) {
      if (!line.startsWith("Picked up ") && !line.startsWith("WARNING: Unknown module: ")) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static Path zip(String uri) {
    Path zip = ProjectFiles.root().resolve(uri);
    assumeTrue(Files.exists(zip), "SKIPPED: " + zip + " is made by ./mvnw package");
    return zip;
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        Path path = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, path);
          }
        }
      }
    }
  }

  /** Tells one secret in the words of Parameter Store; the embedded AWS has none. */
  private static HttpServer parameterStore() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] reply =
              "{\"Parameter\":{\"Name\":\"hook\",\"Value\":\"%s\"}}"
                  .formatted(SECRET)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }
}
