package dev.svodka.lake.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * One AWS service that speaks the AWS JSON protocol, called with the SDK's own HTTP client, signer
 * and credentials. The functions need one operation of each of a few services, and the SDK's
 * clients for two of them would be half of ingest's package (7 of 15 MB) and a good part of its
 * cold start.
 */
public final class JsonService {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ATTEMPTS = 3;

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final String signingName;
  private final URI endpoint;

  /** What the service answered; the body is JSON, or XML to a query. */
  public record Reply(int status, String body) {
    public boolean ok() {
      return status / 100 == 2;
    }

    /** The first text under this name, at whatever depth. */
    public Optional<String> text(String name) throws IOException {
      try (JsonParser json = JSON.createParser(body)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.FIELD_NAME && json.currentName().equals(name)) {
            return Optional.ofNullable(json.nextTextValue());
          }
        }
        return Optional.empty();
      }
    }

    /** Never tells the body. */
    @Override
    public String toString() {
      return "Reply[" + status + ']';
    }
  }

  /**
   * @param signingName such as {@code ssm}
   * @param endpoint where the service is
   */
  public JsonService(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      Region region,
      String signingName,
      URI endpoint) {
    this.http = http;
    this.credentials = credentials;
    this.region = region;
    this.signingName = signingName;
    this.endpoint = endpoint;
  }

  /**
   * A service of the process's region, called as the process's role.
   *
   * @param timeOut to connect, and to wait for each part of an answer
   */
  public static JsonService fromEnvironment(String signingName, Duration timeOut) {
    Region region = new DefaultAwsRegionProviderChain().getRegion();
    return new JsonService(
        UrlConnectionHttpClient.builder().connectionTimeout(timeOut).socketTimeout(timeOut).build(),
        DefaultCredentialsProvider.builder().build(),
        region,
        signingName,
        endpoint(signingName, region));
  }

  /** Where the service is, unless the SDK's own variables for stand-ins name another place. */
  private static URI endpoint(String service, Region region) {
    for (String name :
        new String[] {"AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "AWS_ENDPOINT_URL"}) {
      String told = System.getenv(name);
      if (told != null) {
        return URI.create(told);
      }
    }
    // ServiceMetadata would say the same and load a class for each service of AWS, in a cold start
    return URI.create(
        "https://%s.%s.%s"
            .formatted(service, region.id(), PartitionMetadata.of(region).dnsSuffix()));
  }

  /**
   * Calls an operation; once more where the service is out of breath.
   *
   * @param target such as {@code AmazonSSM.GetParameter}
   * @param version of the protocol: 1.0 or 1.1
   * @throws IOException where the service does not answer
   */
  public Reply call(String target, String version, Map<String, Object> request) throws IOException {
    return post(
        Map.of("Content-Type", "application/x-amz-json-" + version, "X-Amz-Target", target),
        json(request).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Calls an operation of a service that speaks the older Query protocol, and answers XML.
   *
   * @param form the call, URL-encoded
   * @throws IOException where the service does not answer
   */
  public Reply query(String form) throws IOException {
    return post(
        Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
        form.getBytes(StandardCharsets.UTF_8));
  }

  private Reply post(Map<String, String> headers, byte[] body) throws IOException {
    Reply reply = postOnce(headers, body);
    for (int attempt = 1; attempt < ATTEMPTS && reply.status() >= 500; attempt++) {
      reply = postOnce(headers, body);
    }
    return reply;
  }

  private Reply postOnce(Map<String, String> headers, byte[] body) throws IOException {
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Length", Integer.toString(body.length));
    headers.forEach(unsigned::putHeader);
    SdkHttpRequest request = unsigned.build();
    ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signingName)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    HttpExecuteResponse response =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(payload))
                    .build())
            .call();
    int status = response.httpResponse().statusCode();
    if (response.responseBody().isEmpty()) {
      return new Reply(status, "");
    }
    try (InputStream answer = response.responseBody().get()) {
      return new Reply(status, new String(answer.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String json(Map<String, Object> request) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> field : request.entrySet()) {
        json.writeFieldName(field.getKey());
        json.writeObject(field.getValue());
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}
