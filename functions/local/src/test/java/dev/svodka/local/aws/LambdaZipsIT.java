package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestAws.class)
class LambdaZipsIT {
  /** Lambda takes no more, unzipped. */
  private static final long MAX_UNZIPPED = 250L << 20;

  private final AwsEndpoints aws;

  LambdaZipsIT(AwsEndpoints aws) {
    this.aws = aws;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "export", "report", "dashboard"})
  void aZipHoldsWhatLambdaTakesAndNothingForeign(String function) throws IOException {
    try (ZipFile zip = new ZipFile(zip(function).toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      List<String> names = entries.stream().map(ZipEntry::getName).toList();

      assertThat(entries.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(MAX_UNZIPPED);
      assertThat(names)
          .noneMatch(
              name -> name.matches("lib/(netty|apache-client|apache5-client|DynamoDBLocal).*"))
          .noneMatch(name -> name.endsWith(".dll") || name.endsWith(".dylib"))
          .filteredOn(name -> name.startsWith("linux/") && name.endsWith(".so"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, dev/svodka/ingest/IngestHandler.class",
    "ingest, dev/svodka/ingest/UnparkHandler.class",
    "export, dev/svodka/export/ExportHandler.class",
    "dashboard, dev/svodka/dashboard/DashboardHandler.class"
  })
  void theHandlerIsAtTheRoot(String function, String handler) throws IOException {
    try (ZipFile zip = new ZipFile(zip(function).toFile())) {
      assertThat(zip.getEntry(handler)).isNotNull();
    }
  }

  @Test
  void ingestStoresItsFirstWebhookFromTheZipAlone(@TempDir Path folder) throws Exception {
    Path unzipped = unzip(zip("ingest"), folder.resolve("ingest"));
    String table = "events-" + UUID.randomUUID();
    HttpServer parameters = parameterStore("s3cret-of-the-zip");
    try (AwsClients clients = AwsClients.of(aws)) {
      EventTable.create(clients.dynamoDb(), table);
      String bucket = "lake-" + UUID.randomUUID();
      S3ObjectStore objects = new S3ObjectStore(clients.s3(), bucket);
      objects.createBucket();
      Path events = ProjectFiles.root().resolve("events");
      objects.put(
          "accounts/romashka/business.yaml", events.resolve("business.yaml"), "application/yaml");
      ProcessBuilder cold =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xms256m",
                  "-Xmn64m",
                  "-cp",
                  String.join(
                      File.pathSeparator,
                      unzipped.toString(),
                      unzipped.resolve("lib") + File.separator + '*',
                      ownClasses().toString()),
                  ColdIngest.class.getName(),
                  "/hooks/romashka/amo/s3cret-of-the-zip",
                  events.resolve("examples/lead-add.form").toString())
              .redirectErrorStream(true);
      cold.environment()
          .putAll(
              Map.of(
                  "AWS_REGION", aws.region(),
                  "AWS_ACCESS_KEY_ID", aws.accessKey(),
                  "AWS_SECRET_ACCESS_KEY", aws.secretKey(),
                  "AWS_ENDPOINT_URL_DYNAMODB", aws.dynamoDb().toString(),
                  "AWS_ENDPOINT_URL_S3", aws.s3().toString(),
                  "AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:" + parameters.getAddress().getPort(),
                  "SVODKA_TABLE", table,
                  "SVODKA_LAKE_BUCKET", bucket,
                  "SVODKA_PARK_QUEUE_URL", "http://127.0.0.1:1/none"));

      Process process = cold.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);

      System.out.println("Ingest from its zip, cold: " + said.strip());
      assertThat(said).contains("status 202");
      assertThat(
              new DynamoEventStore(clients.dynamoDb(), table, objects, Clock.systemUTC())
                  .days("romashka"))
          .hasSize(1);
    } finally {
      parameters.stop(0);
    }
  }

  private static Path zip(String function) {
    Path zip =
        ProjectFiles.root().resolve("functions/%s/target/%s.zip".formatted(function, function));
    assumeTrue(Files.exists(zip), "SKIPPED: " + zip + " is made by ./mvnw package");
    return zip;
  }

  private static Path unzip(Path zip, Path folder) throws IOException {
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
    return folder;
  }

  /** Tells one secret in the words of Parameter Store; the embedded AWS has none. */
  private static HttpServer parameterStore(String secret) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] reply =
              "{\"Parameter\":{\"Name\":\"hook\",\"Value\":\"%s\"}}"
                  .formatted(secret)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Path ownClasses() throws URISyntaxException {
    return Path.of(ColdIngest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
