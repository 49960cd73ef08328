package dev.svodka.local.serve;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Table and buckets in which the service keeps its data, and whose they are.
 *
 * @param s3 the service of the buckets; empty is AWS itself
 * @param dynamoDb the service of the table; empty is AWS itself
 */
public record Places(
    String lakeBucket,
    String reportsBucket,
    String table,
    Optional<URI> s3,
    Optional<URI> dynamoDb) {
  /** The SDK's own variables. */
  public static final String S3 = "AWS_ENDPOINT_URL_S3";

  public static final String DYNAMODB = "AWS_ENDPOINT_URL_DYNAMODB";

  private static final String BOTH = "AWS_ENDPOINT_URL";
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

  public Places {
    checked(BUCKET, lakeBucket, "--lake-bucket");
    checked(BUCKET, reportsBucket, "--reports-bucket");
    checked(TABLE, table, "--table");
    if (lakeBucket.equals(reportsBucket)) {
      throw invalid("--reports-bucket: has to be another bucket than --lake-bucket");
    }
    if (s3.isPresent() != dynamoDb.isPresent()) {
      String missing = s3.isPresent() ? DYNAMODB : S3;
      String set = s3.isPresent() ? S3 : DYNAMODB;
      throw invalid(
          "%s is not set and %s is, so one half of the data would go to AWS: set both"
              .formatted(missing, set));
    }
  }

  /**
   * These names, at the services that the environment says.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where a name or an address is none
   */
  static Places of(
      String lakeBucket, String reportsBucket, String table, Map<String, String> environment) {
    return new Places(
        lakeBucket,
        reportsBucket,
        table,
        endpoint(environment, S3),
        endpoint(environment, DYNAMODB));
  }

  /** The same names in this environment. */
  Places in(Map<String, String> environment) {
    return of(lakeBucket, reportsBucket, table, environment);
  }

  /** As {@link #text} wrote them, or a person changed them since. */
  static Places read(Properties kept) {
    return of(
        kept.getProperty("lake-bucket", ""),
        kept.getProperty("reports-bucket", ""),
        kept.getProperty("table", ""),
        Map.of(S3, kept.getProperty("s3", ""), DYNAMODB, kept.getProperty("dynamodb", "")));
  }

  /** Lines of a properties file. */
  String text() {
    return "lake-bucket=%s%nreports-bucket=%s%ntable=%s%n"
            .formatted(lakeBucket, reportsBucket, table)
        + s3.map("s3=%s%n"::formatted).orElse("")
        + dynamoDb.map("dynamodb=%s%n"::formatted).orElse("");
  }

  /** For a person. */
  public String told() {
    return "the buckets %s and %s at %s, the table %s at %s"
        .formatted(lakeBucket, reportsBucket, told(s3), table, told(dynamoDb));
  }

  private static String told(Optional<URI> endpoint) {
    return endpoint.map(URI::toString).orElse("AWS");
  }

  private static Optional<URI> endpoint(Map<String, String> environment, String variable) {
    @Nullable String value = environment.getOrDefault(variable, environment.get(BOTH));
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (!value.matches("https?://[\\w.:\\[\\]-]+(/[\\w./~-]*)?")) {
      throw invalid(variable + ": has to begin with https:// or http://, a host after it");
    }
    return Optional.of(URI.create(value));
  }

  private static void checked(Pattern pattern, String name, String option) {
    if (!pattern.matcher(name).matches()) {
      throw invalid(
          "%s: `%s` is no name of a %s".formatted(option, name, option.replaceAll(".*-", "")));
    }
  }

  private static SvodkaException invalid(String message) {
    return new SvodkaException(ErrorCode.CALL_INVALID, message);
  }
}
