package dev.svodka.reconcile;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of one source in one run.
 *
 * @param requests that were sent
 * @param refused of them, because there were too many
 * @param events that were given, those known already among them
 * @param rejected rows that could not be read, by list and reason
 * @param message why it failed; empty otherwise
 * @param failure the same for whoever counts
 */
public record SourceResult(
    String source,
    Outcome outcome,
    Hook hook,
    long requests,
    long refused,
    long events,
    Map<String, Long> rejected,
    String message,
    Optional<ErrorCode> failure) {
  public SourceResult {
    rejected = Map.copyOf(rejected);
  }

  /** For the function's answer and the status that data quality reads. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new TreeMap<>();
    map.put("source", source);
    map.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    map.put("hook", hook.name().toLowerCase(Locale.ROOT));
    map.put("requests", requests);
    map.put("refused", refused);
    map.put("events", events);
    map.put("rejected", new TreeMap<>(rejected));
    map.put("message", message);
    return map;
  }
}
