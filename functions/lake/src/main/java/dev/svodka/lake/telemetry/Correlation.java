package dev.svodka.lake.telemetry;

import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** What the log lines of one run have in common. */
public final class Correlation {
  private static final String KEY = "correlation";

  private Correlation() {}

  /**
   * Stands in every line of the log until it is closed.
   *
   * @param call names it as {@code correlation}, where a run of several calls does
   * @param requestId what it is otherwise
   */
  public static MDC.MDCCloseable of(Map<String, ?> call, Optional<String> requestId) {
    return of(Optional.ofNullable(call.get(KEY)).map(Object::toString).or(() -> requestId));
  }

  /** Stands in every line of the log until it is closed. */
  public static MDC.MDCCloseable of(Optional<String> id) {
    return MDC.putCloseable(KEY, id.orElse(""));
  }
}
