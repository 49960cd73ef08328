package dev.svodka.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.export.wiring.ExportWiring;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.forget.NightlyErasure;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.telemetry.Correlation;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.lake.telemetry.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes people out by age, and whom an account has forgotten out of the table: {@code {"account":
 * "romashka"}}, once a day; {@code correlation} beside it stands in every line of the log. Answers
 * {@code {"aged": people, "swept": events, "quarantined": payloads}}.
 */
public final class RetentionHandler
    implements RequestHandler<Map<String, String>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionHandler.class);

  private final NightlyErasure erasure;
  private final Metrics metrics;

  /** For Lambda: everything from the environment. */
  public RetentionHandler() {
    this(ExportWiring.erasure(), EmfMetrics.fromEnvironment());
  }

  public RetentionHandler(NightlyErasure erasure, Metrics metrics) {
    this.erasure = erasure;
    this.metrics = metrics;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, String> input, @Nullable Context context) {
    Optional<String> requestId = Optional.ofNullable(context).map(Context::getAwsRequestId);
    try (MDC.MDCCloseable _ = Correlation.of(input, requestId)) {
      String account = input.getOrDefault("account", "");
      if (!account.matches("[a-z0-9-]{1,40}")) {
        throw new SvodkaException(ErrorCode.CALL_INVALID, "account: is no account");
      }
      try (MDC.MDCCloseable _ = MDC.putCloseable("account", account)) {
        return erase(account);
      }
    } catch (SvodkaException e) {
      metrics.failed(e.code());
      throw e;
    }
  }

  private Map<String, Object> erase(String account) {
    long start = System.nanoTime();
    ObjectStore lake = erasure.parts().lake();
    NightlyErasure.Done done =
        erasure.run(StoredBusiness.read(lake, account, lake.get(StoredBusiness.key(account))));
    metrics.tell(
        List.of(
            Metrics.count("Aged", done.people()),
            Metrics.count("Swept", done.swept()),
            Metrics.millis("RetentionMillis", (System.nanoTime() - start) / 1_000_000)));
    LOG.info(
        "{} people have aged, {} events swept, {} payloads deleted",
        done.people(),
        done.swept(),
        done.quarantined());
    return Map.of("aged", done.people(), "swept", done.swept(), "quarantined", done.quarantined());
  }
}
