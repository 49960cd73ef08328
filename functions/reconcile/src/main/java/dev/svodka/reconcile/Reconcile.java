package dev.svodka.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.reconcile.amocrm.AmoCrmRun;
import dev.svodka.reconcile.bitrix24.Bitrix24Run;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.reconcile.http.OutOfTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources of an account what happened since they were last asked, or in a given time. A
 * source that fails does not keep the others from being asked.
 */
public final class Reconcile {
  /** How far back a source is asked again: what it shows late is not missed. */
  public static final Duration OVERLAP = Duration.ofMinutes(10);

  /** How far back the first run goes; all before it is for a backfill. */
  static final Duration FIRST_RUN = Duration.ofDays(7);

  /** The mark of a backfill of a time that is over: asked for again, it adds nothing. */
  private static final String THROUGH = "through";

  private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Parts parts;

  public Reconcile(Parts parts) {
    this.parts = parts;
  }

  /**
   * The time to ask about.
   *
   * @param from left out: since the last run
   * @param to exclusive; left out: now
   * @param source id; left out: all that can be asked
   */
  public record Span(Optional<Instant> from, Optional<Instant> to, Optional<String> source) {
    /** Since the last run, all sources. */
    public static final Span SINCE_LAST =
        new Span(Optional.empty(), Optional.empty(), Optional.empty());

    boolean backfill() {
      return from.isPresent() || to.isPresent();
    }
  }

  /**
   * Asks the sources that have a token.
   *
   * @param end nothing is begun after it
   */
  public List<SourceResult> run(Business business, Span span, EventSink sink, Instant end) {
    List<SourceResult> results = new ArrayList<>();
    for (LiveSource source : business.sources()) {
      boolean wanted = span.source().isEmpty() || span.source().get().equals(source.id());
      if (wanted && source.token().isPresent()) {
        Budget budget = new Budget(parts.clock(), parts.pause(), end);
        run(business, source, span, sink, budget).ifPresent(results::add);
      }
    }
    return List.copyOf(results);
  }

  /**
   * Asks what a CRM is called, its stages, people and reasons; reads no item.
   *
   * @param atMost how long it may take
   * @throws SvodkaException {@code CALL_INVALID} for a source that cannot be asked, {@code
   *     CRM_UNAVAILABLE} where it takes longer
   */
  public CrmDescription describe(Business business, LiveSource source, Duration atMost) {
    Budget budget = new Budget(parts.clock(), parts.pause(), parts.clock().instant().plus(atMost));
    SourceRun asked =
        asking(business, source, budget)
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.CALL_INVALID,
                        "a source of kind %s cannot be asked".formatted(source.kind().text())));
    try {
      return asked.describe();
    } catch (OutOfTime e) {
      throw new SvodkaException(
          ErrorCode.CRM_UNAVAILABLE, "the CRM did not answer within " + atMost, e);
    }
  }

  /**
   * Has a source's CRM send its webhooks to this address, where its API can be told to.
   *
   * @param hook an address whose last part is the secret; other addresses of the CRM that differ in
   *     it alone are ended
   * @return whether it was told; false for a CRM whose webhooks are set up by a person
   * @throws SvodkaException {@code NOT_AUTHENTICATED} or {@code CRM_UNAVAILABLE} where the CRM does
   *     not take it
   */
  public boolean subscribe(Business business, LiveSource source, Secret hook, Duration atMost) {
    if (source.kind() != SourceKind.AMOCRM || source.token().isEmpty()) {
      return false;
    }
    Budget budget = new Budget(parts.clock(), parts.pause(), parts.clock().instant().plus(atMost));
    try {
      new AmoCrmRun(parts, business, source, budget).subscribe(hook);
      return true;
    } catch (OutOfTime e) {
      throw new SvodkaException(
          ErrorCode.CRM_UNAVAILABLE, "the CRM did not answer within " + atMost, e);
    }
  }

  private Optional<SourceRun> asking(Business business, LiveSource source, Budget budget) {
    return switch (source.kind()) {
      case AMOCRM -> Optional.of(new AmoCrmRun(parts, business, source, budget));
      case BITRIX24 -> Optional.of(new Bitrix24Run(parts, business, source, budget));
      case HTTP, ONEC, CSV, XES -> Optional.empty();
    };
  }

  private Optional<SourceResult> run(
      Business business, LiveSource source, Span span, EventSink sink, Budget budget) {
    Optional<SourceRun> asked = asking(business, source, budget);
    return asked.map(run -> run(run, business, source, span, sink, budget));
  }

  private SourceResult run(
      SourceRun run,
      Business business,
      LiveSource source,
      Span span,
      EventSink sink,
      Budget budget) {
    Instant now = budget.now();
    Instant to = span.to().filter(told -> told.isBefore(now)).orElse(now);
    Journal journal =
        new Journal(parts.objects(), journalKey(business, source, span), sink, span.to());
    Outcome outcome = Outcome.FAILED;
    String message = "";
    Optional<ErrorCode> failure = Optional.empty();
    boolean past = span.to().filter(told -> !told.isAfter(now)).isPresent();
    if (past && journal.mark(THROUGH).isPresent()) {
      return new SourceResult(
          source.id(), Outcome.DONE, run.hook(), 0, 0, 0, Map.of(), "", Optional.empty());
    }
    try {
      run.read(span.from().orElse(now.minus(FIRST_RUN)), to, journal);
      outcome = Outcome.DONE;
      if (past) {
        journal.mark(THROUGH, "yes");
      }
    } catch (OutOfTime e) {
      outcome = Outcome.MORE;
    } catch (SvodkaException e) {
      message = e.getMessage();
      failure = Optional.of(e.code());
      LOG.error("{}/{}: {} {}", business.account(), source.id(), e.code(), message);
    }
    journal.save();
    SourceResult result =
        new SourceResult(
            source.id(),
            outcome,
            run.hook(),
            run.requests(),
            run.refused(),
            journal.events(),
            journal.rejected(),
            message,
            failure);
    if (run.hook() == Hook.DISABLED) {
      LOG.error("{}/{}: the CRM has switched its webhook off", business.account(), source.id());
    }
    tell(business, result, now, span);
    return result;
  }

  private static String journalKey(Business business, LiveSource source, Span span) {
    String range =
        span.backfill()
            ? "-%s-%s"
                .formatted(
                    span.from().map(Reconcile::seconds).orElse("first"),
                    span.to().map(Reconcile::seconds).orElse("now"))
            : "";
    return "accounts/%s/reconcile/%s%s.json".formatted(business.account(), source.id(), range);
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }

  /** The status of the source, for data quality and for whoever looks. */
  private void tell(Business business, SourceResult result, Instant now, Span span) {
    ObjectNode status = JSON.valueToTree(result.toMap());
    status.put("at", now.toString()).put("backfill", span.backfill());
    parts
        .objects()
        .put(
            CrmStatus.key(business.account(), result.source()),
            Journal.bytes(status),
            "application/json");
  }
}
