package dev.svodka.lake.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of asking a CRM's API the last time, as {@code reconcile} leaves it.
 *
 * @param source id in the business file
 * @param at when it was asked
 * @param rejected rows that could not be read, by list and reason
 * @param message why it failed; empty otherwise
 */
public record CrmStatus(
    String source,
    Instant at,
    Outcome outcome,
    Hook hook,
    long events,
    SortedMap<String, Long> rejected,
    String message) {
  private static final Logger LOG = LoggerFactory.getLogger(CrmStatus.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the asking ended. */
  public enum Outcome {
    DONE,
    /** The time was over: the next one goes on from there. */
    MORE,
    FAILED
  }

  /** Whether the CRM still sends its webhooks to us. */
  public enum Hook {
    ENABLED,
    /** The CRM has switched it off after too many bad answers; an admin has to switch it on. */
    DISABLED,
    MISSING,
    UNKNOWN
  }

  public CrmStatus {
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
  }

  /** Where it lies in the lake's bucket. */
  public static String key(String account, String source) {
    return "accounts/%s/reconcile/%s.status.json".formatted(account, source);
  }

  /** That of a source; empty where it was never asked, or where what lies there is none. */
  public static Optional<CrmStatus> find(ObjectStore objects, String account, String source) {
    String key = key(account, source);
    try {
      return Optional.of(read(source, JSON.readTree(objects.get(key))));
    } catch (SvodkaException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      LOG.warn("{} is no status: {}", key, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static CrmStatus read(String source, JsonNode status) {
    SortedMap<String, Long> rejected = new TreeMap<>();
    status
        .path("rejected")
        .properties()
        .forEach(reason -> rejected.put(reason.getKey(), reason.getValue().asLong()));
    return new CrmStatus(
        source,
        Instant.parse(status.path("at").asText()),
        Outcome.valueOf(upper(status, "outcome")),
        Hook.valueOf(upper(status, "hook")),
        status.path("events").asLong(),
        rejected,
        status.path("message").asText());
  }

  private static String upper(JsonNode status, String field) {
    return status.path(field).asText().toUpperCase(Locale.ROOT);
  }
}
