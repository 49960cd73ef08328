package dev.svodka.ingest;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.secret.HookSecret;
import dev.svodka.core.secret.Secret;
import dev.svodka.core.secret.Secrets;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.events.EventStore.Outcome;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.source.Parsed;
import dev.svodka.source.Parsed.Rejected;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Checks the secret, parses, makes durable, answers.
 *
 * <p>A CRM that is who it says it is gets 202 for whatever is durable, parsed or quarantined, since
 * it switches a hook off after too many bad answers; only a plain HTTP sender is told what is wrong
 * with its payload. Nothing gets a 2xx before it is durable. No log line holds a body, a secret or
 * a path.
 */
public final class Ingest {
  /** Largest body that is looked at, in bytes; an HTTP API passes no larger one. */
  static final int MAX_BODY = 10 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private final Companies companies;
  private final Secrets secrets;
  private final EventStore events;
  private final Park park;
  private final Quarantine quarantine;
  private final InstantSource clock;
  private final Metrics metrics;

  /** Where nobody counts. */
  public Ingest(
      Companies companies,
      Secrets secrets,
      EventStore events,
      Park park,
      Quarantine quarantine,
      InstantSource clock) {
    this(companies, secrets, events, park, quarantine, clock, Metrics.NONE);
  }

  public Ingest(
      Companies companies,
      Secrets secrets,
      EventStore events,
      Park park,
      Quarantine quarantine,
      InstantSource clock,
      Metrics metrics) {
    this.companies = companies;
    this.secrets = secrets;
    this.events = events;
    this.park = park;
    this.quarantine = quarantine;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Takes one delivery.
   *
   * @param body as it was sent, base64 undone
   */
  public Answer accept(Hook hook, byte[] body) {
    try {
      Optional<Company> company = companies.find(hook.account());
      Optional<LiveSource> source = company.flatMap(known -> known.source(hook.source()));
      if (company.isEmpty() || source.isEmpty() || !authentic(hook, source.get())) {
        LOG.info("A hook was refused: no such account, source or secret");
        return Answer.NOT_FOUND;
      }
      if (!tokenAgrees(source.get(), company.get(), body)) {
        LOG.warn("{}/{}: a hook was refused: application_token", hook.account(), hook.source());
        return Answer.NOT_FOUND;
      }
      try (MDC.MDCCloseable _ = MDC.putCloseable("account", hook.account())) {
        return take(company.get(), source.get(), body);
      }
    } catch (SvodkaException e) {
      metrics.failed(e.code());
      LOG.error("A hook was not taken: {} {}", e.code(), e.getMessage());
      return Answer.UNAVAILABLE;
    }
  }

  private boolean authentic(Hook hook, LiveSource source) {
    return source
        .secret()
        .flatMap(secrets::value)
        .map(HookSecret::parse)
        .filter(kept -> kept.accepts(Secret.of(hook.secret()), clock.instant()))
        .isPresent();
  }

  /** Bitrix24 shows who it is in the payload too; asked for where the business file says so. */
  private boolean tokenAgrees(LiveSource source, Company company, byte[] body) {
    if (source.applicationToken().isEmpty()) {
      return true;
    }
    Optional<Secret> kept = source.applicationToken().flatMap(secrets::value).map(Secret::of);
    Optional<Secret> told =
        body.length > MAX_BODY ? Optional.empty() : company.parser(source).applicationToken(body);
    return kept.isPresent() && told.isPresent() && kept.get().same(told.get());
  }

  private Answer take(Company company, LiveSource source, byte[] body) {
    if (body.length > MAX_BODY) {
      return new Answer(413, "the body has more than %d bytes".formatted(MAX_BODY));
    }
    Instant now = clock.instant();
    boolean senderIsTold = source.kind() == SourceKind.HTTP;
    return switch (company.parser(source).parse(body, now)) {
      case Parsed.Refused(ErrorCode code, String reason) -> {
        if (senderIsTold) {
          yield new Answer(code == ErrorCode.INPUT_TOO_LARGE ? 413 : 400, reason);
        }
        quarantine.keep(company.business(), source, body, List.of(new Rejected("", reason)), now);
        metrics.tell(Delivered.QUARANTINED.figures());
        LOG.warn("{}/{}: quarantined: {}", company.business().account(), source.id(), reason);
        yield Answer.ACCEPTED;
      }
      case Parsed.Events parsed -> {
        if (senderIsTold && !parsed.rejected().isEmpty()) {
          yield new Answer(400, reasons(parsed.rejected()));
        }
        List<Outcome> outcomes = store(parsed.events());
        if (!parsed.rejected().isEmpty()) {
          quarantine.keep(company.business(), source, body, parsed.rejected(), now);
        }
        metrics.tell(Delivered.of(parsed, outcomes, now).figures());
        LOG.info(
            "{}/{}: {} events, {} parts ignored, {} quarantined",
            company.business().account(),
            source.id(),
            parsed.events().size(),
            parsed.ignored().size(),
            parsed.rejected().size());
        yield Answer.ACCEPTED;
      }
    };
  }

  /** What became of each event; nothing where they are parked. */
  private List<Outcome> store(List<ChangeEvent> parsed) {
    if (parsed.isEmpty()) {
      return List.of();
    }
    try {
      return events.put(parsed);
    } catch (SvodkaException e) {
      if (e.category() == ErrorCategory.CLIENT_DATA || e.category() == ErrorCategory.OUR_BUG) {
        throw e;
      }
      LOG.warn("The store of events is out, {} events are parked: {}", parsed.size(), e.code());
      park.park(parsed);
      return List.of();
    }
  }

  private static String reasons(List<Rejected> rejected) {
    return rejected.stream()
        .map(part -> part.where() + ": " + part.reason())
        .collect(Collectors.joining("\n"));
  }
}
