package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.objects.S3ObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bucket with versions is asked for, by the answer of S3's reference. */
class PurgedVersionsTest {
  private static final String VERSIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <Name>lake</Name><Prefix>lake/romashka/</Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
        <DeleteMarker><Key>lake/romashka/gone</Key><VersionId>m3</VersionId><IsLatest>true</IsLatest></DeleteMarker>
        <Version><Key>lake/romashka/gone</Key><VersionId>v2</VersionId><IsLatest>false</IsLatest></Version>
        <Version><Key>lake/romashka/stays</Key><VersionId>v9</VersionId><IsLatest>true</IsLatest></Version>
        <Version><Key>lake/romashka/stays</Key><VersionId>v8</VersionId><IsLatest>false</IsLatest></Version>
      </ListVersionsResult>
      """;

  private final List<String> deleted = Collections.synchronizedList(new ArrayList<>());

  @Test
  void oldVersionsGoFirstAndThenTheMarkersOfWhatWasDeleted() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (AwsClients clients =
        AwsClients.of(new AwsEndpoints(endpoint, endpoint, "eu-central-1", "key", "secret-key"))) {
      new S3ObjectStore(clients.s3(), "lake").purge("lake/romashka/");
    } finally {
      server.stop(0);
    }

    assertThat(deleted)
        .containsExactly(
            "/lake/lake/romashka/gone?versionId=v2",
            "/lake/lake/romashka/stays?versionId=v8",
            "/lake/lake/romashka/gone?versionId=m3");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("DELETE")) {
        deleted.add(exchange.getRequestURI().toString());
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      byte[] body = VERSIONS.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
