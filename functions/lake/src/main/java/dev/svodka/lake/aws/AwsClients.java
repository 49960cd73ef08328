package dev.svodka.lake.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The AWS clients of one process, each built when first asked for.
 *
 * <p>From the environment, region, credentials and endpoints are the SDK's own business: {@code
 * AWS_REGION}, the default chain, {@code AWS_ENDPOINT_URL_DYNAMODB} and {@code AWS_ENDPOINT_URL_S3}
 * (or {@code AWS_ENDPOINT_URL} for both).
 */
public final class AwsClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SOCKET = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(60);

  private final Optional<AwsEndpoints> endpoints;
  private final boolean standIn;
  private @Nullable SdkHttpClient http;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable S3Client s3;

  private AwsClients(Optional<AwsEndpoints> endpoints, boolean standIn) {
    this.endpoints = endpoints;
    this.standIn = standIn;
  }

  public static AwsClients fromEnvironment() {
    return new AwsClients(
        Optional.empty(),
        System.getenv("AWS_ENDPOINT_URL_S3") != null || System.getenv("AWS_ENDPOINT_URL") != null);
  }

  /** Clients of servers that stand in for AWS. */
  public static AwsClients of(AwsEndpoints endpoints) {
    return new AwsClients(Optional.of(endpoints), true);
  }

  public synchronized DynamoDbClient dynamoDb() {
    if (dynamoDb == null) {
      dynamoDb = configured(DynamoDbClient.builder(), AwsEndpoints::dynamoDb).build();
    }
    return dynamoDb;
  }

  public synchronized S3Client s3() {
    if (s3 == null) {
      S3ClientBuilder builder = configured(S3Client.builder(), AwsEndpoints::s3);
      if (standIn) {
        // Emulators know neither buckets as host names nor CRC32 trailers (aws-sdk-java-v2#5802)
        builder
            .forcePathStyle(true)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
      }
      s3 = builder.build();
    }
    return s3;
  }

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B configured(
      B builder, Function<AwsEndpoints, URI> endpoint) {
    builder.httpClient(http()).overrideConfiguration(config -> config.apiCallTimeout(CALL));
    endpoints.ifPresent(
        told ->
            builder
                .endpointOverride(endpoint.apply(told))
                .region(Region.of(told.region()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(told.accessKey(), told.secretKey()))));
    return builder;
  }

  private SdkHttpClient http() {
    if (http == null) {
      http =
          UrlConnectionHttpClient.builder()
              .connectionTimeout(CONNECT)
              .socketTimeout(SOCKET)
              .build();
    }
    return http;
  }

  @Override
  public synchronized void close() {
    if (dynamoDb != null) {
      dynamoDb.close();
    }
    if (s3 != null) {
      s3.close();
    }
    if (http != null) {
      http.close();
    }
  }
}
