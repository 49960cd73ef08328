package dev.svodka.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.telemetry.Correlation;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.reconcile.wiring.ReconcileWiring;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Asks an account's CRMs what webhooks lost: {@code {"account": "romashka"}} since the last time,
 * with {@code "from"} and {@code "to"} (days in the business's zone, or instants) a backfill of
 * that time, with {@code "source"} one source alone; {@code {}} all accounts since the last time;
 * {@code correlation} beside them stands in every line of the log.
 *
 * <p>Answers {@code {"account": …, "done": true, "sources": […]}}. Where it is not done, because
 * the time was over, the same call goes on from there.
 */
public final class ReconcileHandler
    implements RequestHandler<Map<String, String>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(ReconcileHandler.class);
  private static final String ACCOUNTS = "accounts/";
  private static final String BUSINESS_FILE = "/business.yaml";

  /**
   * What is left of the function's time when it stops: one exchange that runs into its time-out.
   */
  private static final Duration RESERVE = Duration.ofSeconds(45);

  private static final Duration WITHOUT_CONTEXT = Duration.ofMinutes(14);
  private static final int DAY_LENGTH = 10;

  private final Parts parts;
  private final EventStore events;
  private final Metrics metrics;

  /** For Lambda: everything from the environment. */
  public ReconcileHandler() {
    this(ReconcileWiring.parts(), ReconcileWiring.events(), EmfMetrics.fromEnvironment());
  }

  public ReconcileHandler(Parts parts, EventStore events, Metrics metrics) {
    this.parts = parts;
    this.events = events;
    this.metrics = metrics;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, String> input, @Nullable Context context) {
    Optional<String> requestId = Optional.ofNullable(context).map(Context::getAwsRequestId);
    try (MDC.MDCCloseable _ = Correlation.of(input, requestId)) {
      return answer(input, context);
    }
  }

  private Map<String, Object> answer(Map<String, String> input, @Nullable Context context) {
    Duration left =
        context == null
            ? WITHOUT_CONTEXT
            : Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    Instant end = parts.clock().instant().plus(left);
    String account = input.get("account");
    if (account != null) {
      return watched(account, input, end);
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (String each : accounts()) {
      try {
        all.add(watched(each, Map.of(), end));
      } catch (SvodkaException e) {
        LOG.error("{}: {} {}", each, e.code(), e.getMessage());
        all.add(Map.of("account", each, "done", false, "sources", List.of()));
      }
    }
    return Map.of("accounts", all);
  }

  private Map<String, Object> watched(String account, Map<String, String> input, Instant end) {
    try (MDC.MDCCloseable _ = MDC.putCloseable("account", account)) {
      return reconcile(business(account), input, end);
    } catch (SvodkaException e) {
      metrics.failed(e.code());
      throw e;
    }
  }

  private Map<String, Object> reconcile(Business business, Map<String, String> input, Instant end) {
    long start = System.nanoTime();
    AtomicLong found = new AtomicLong();
    Reconcile.Span span =
        new Reconcile.Span(
            moment("from", input.get("from"), business, false),
            moment("to", input.get("to"), business, true),
            Optional.ofNullable(input.get("source")));
    List<SourceResult> results =
        new Reconcile(parts).run(business, span, told -> found.addAndGet(put(told)), end);
    tell(results, span.backfill(), found.get(), (System.nanoTime() - start) / 1_000_000);
    return Map.of(
        "account",
        business.account(),
        "done",
        results.stream().noneMatch(one -> one.outcome() == Outcome.MORE),
        "sources",
        results.stream().map(SourceResult::toMap).toList());
  }

  /** An account is a folder with a business file. */
  private List<String> accounts() {
    return parts.objects().list(ACCOUNTS).stream()
        .map(entry -> entry.key().substring(ACCOUNTS.length()))
        .filter(key -> key.endsWith(BUSINESS_FILE) && key.indexOf('/') == key.lastIndexOf('/'))
        .map(key -> key.substring(0, key.indexOf('/')))
        .toList();
  }

  /** How many of them the day did not hold yet. */
  private long put(List<ChangeEvent> told) {
    return told.isEmpty()
        ? 0
        : events.put(told).stream().filter(EventStore.Outcome.STORED::equals).count();
  }

  private void tell(List<SourceResult> results, boolean backfill, long found, long millis) {
    results.forEach(one -> one.failure().ifPresent(metrics::failed));
    long requests = results.stream().mapToLong(SourceResult::requests).sum();
    metrics.tell(
        List.of(
            Metrics.count("Reconciled", 1),
            Metrics.count(backfill ? "Backfilled" : "Recovered", found),
            Metrics.count("CrmRequests", requests),
            Metrics.count("CrmRefused", results.stream().mapToLong(SourceResult::refused).sum()),
            Metrics.millis("ReconcileMillis", millis)));
    LOG.info("{} sources, {} requests, {} new events", results.size(), requests, found);
  }

  private Business business(String account) {
    if (!account.matches("[a-z0-9-]{1,40}")) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "account: is no account");
    }
    return StoredBusiness.read(
        parts.objects(), account, parts.objects().get(StoredBusiness.key(account)));
  }

  /** A day means its beginning in {@code from} and its end in {@code to}. */
  private static Optional<Instant> moment(
      String key, @Nullable String text, Business business, boolean end) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() == DAY_LENGTH
              ? LocalDate.parse(text)
                  .plusDays(end ? 1 : 0)
                  .atStartOfDay(business.zone())
                  .toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, key + ": write a day such as 2026-11-23, or an instant", e);
    }
  }
}
