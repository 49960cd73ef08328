package dev.svodka.reconcile;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of one source in one run.
 *
 * @param requests that were sent
 * @param events that were given, those known already among them
 * @param rejected rows that could not be read, by list and reason
 * @param message why it failed; empty otherwise
 */
public record SourceResult(
    String source,
    Outcome outcome,
    SourceRun.Hook hook,
    long requests,
    long events,
    Map<String, Long> rejected,
    String message) {
  /** How a run ended. */
  public enum Outcome {
    DONE,
    /** The time was over: call again, it goes on from here. */
    MORE,
    FAILED
  }

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
    map.put("events", events);
    map.put("rejected", new TreeMap<>(rejected));
    map.put("message", message);
    return map;
  }
}
