package dev.svodka.lake.aws;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Secrets in Parameter Store, read again a minute after they were last. */
public final class SsmSecrets implements Secrets {
  private static final String SCHEME = "ssm:";
  private static final Duration FRESH = Duration.ofSeconds(60);

  private final JsonService ssm;
  private final InstantSource clock;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  private record Read(Instant at, Optional<String> value) {
    @Override
    public String toString() {
      return "Read[" + at + "]";
    }
  }

  /**
   * @param ssm Parameter Store
   */
  public SsmSecrets(JsonService ssm, InstantSource clock) {
    this.ssm = ssm;
    this.clock = clock;
  }

  /** Parameter Store in the process's region, asked as the process's role. */
  public static SsmSecrets fromEnvironment(Duration timeOut, InstantSource clock) {
    return new SsmSecrets(JsonService.fromEnvironment("ssm", timeOut), clock);
  }

  /** The references are those of business files, so they are few. */
  @Override
  public Optional<String> value(String reference) {
    if (!reference.startsWith(SCHEME)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Read last = read.get(reference);
    if (last == null || !now.isBefore(last.at().plus(FRESH))) {
      last = new Read(now, fetch(reference.substring(SCHEME.length())));
      read.put(reference, last);
    }
    return last.value();
  }

  private Optional<String> fetch(String name) {
    try {
      JsonService.Reply reply =
          ssm.call("AmazonSSM.GetParameter", "1.1", Map.of("Name", name, "WithDecryption", true));
      if (reply.ok()) {
        return reply.text("Value");
      }
      if (reply.text("__type").filter(type -> type.endsWith("ParameterNotFound")).isPresent()) {
        return Optional.empty();
      }
      throw unavailable("status " + reply.status(), null);
    } catch (IOException | SdkException e) {
      throw unavailable(e.getClass().getSimpleName(), e);
    }
  }

  private static SvodkaException unavailable(String reason, @Nullable Exception cause) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE, "Parameter Store does not tell a secret: " + reason, cause);
  }
}
