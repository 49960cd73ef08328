package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.lake.events.EventStore;
import dev.svodka.reconcile.EventSink;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.Reconcile.Span;
import dev.svodka.reconcile.SourceResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the CRMs of all accounts what webhooks lost, at the start and then again and again, as the
 * hourly schedule of a deployed stack does. It goes in short slices, each of which can be the last.
 */
final class Reconciling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
  private static final Duration SLICE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_SLICES = Duration.ofSeconds(2);
  private static final int GRACE_SECONDS = 90;

  private final List<Business> companies;
  private final Parts parts;
  private final EventStore events;
  private final Duration every;
  private final Consumer<String> say;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> withoutToken = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("reconcile").factory());
  private volatile boolean closing;

  /**
   * @param every how often, and how long one round may take
   * @param say where a person is told of rounds
   */
  Reconciling(
      List<Business> companies,
      Parts parts,
      EventStore events,
      Duration every,
      Consumer<String> say) {
    this.companies = List.copyOf(companies);
    this.parts = parts;
    this.events = events;
    this.every = every;
    this.say = say;
  }

  /**
   * Begins the rounds.
   *
   * @param first how long from now the first one is
   * @param after what is done after each
   */
  void start(Duration first, Runnable after) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> {
              now();
              if (!closing) {
                after.run();
              }
            },
            first.toMillis(),
            every.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * One round, on the caller's thread.
   *
   * @return whether all sources that have a token were asked to the end
   */
  synchronized boolean now() {
    boolean well = true;
    for (Business company : companies) {
      for (LiveSource source : company.sources()) {
        if (source.token().isPresent() && !closing) {
          well &= attempt(company, source, source.token().get());
        }
      }
    }
    return well;
  }

  private boolean attempt(Business company, LiveSource source, String token) {
    String name = company.account() + '/' + source.id();
    try {
      if (parts.vault().read(token).isEmpty()) {
        if (withoutToken.add(name)) {
          say.accept(
              "%s: its CRM is not asked what webhooks lose: there is no token at %s"
                  .formatted(name, token));
        }
        return true;
      }
      withoutToken.remove(name);
      return ask(company, source, name);
    } catch (SvodkaException e) {
      say.accept("%s: the CRM was not asked: %s".formatted(name, e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{}: a fault of ours", name, e);
      say.accept(
          "%s: the CRM was not asked: a fault of ours, %s"
              .formatted(name, e.getClass().getSimpleName()));
    }
    return false;
  }

  private boolean ask(Business company, LiveSource source, String name) {
    Stored stored = new Stored(events);
    Instant latest = parts.clock().instant().plus(every);
    Span span = new Span(Optional.empty(), Optional.empty(), Optional.of(source.id()));
    List<SourceResult> slices = new ArrayList<>();
    do {
      Instant end = parts.clock().instant().plus(SLICE);
      slices.addAll(new Reconcile(parts).run(company, span, stored, end));
    } while (!slices.isEmpty()
        && slices.getLast().outcome() == Outcome.MORE
        && parts.clock().instant().isBefore(latest)
        && rest());
    long told = slices.stream().mapToLong(SourceResult::events).sum();
    for (SourceResult slice : slices) {
      if (slice.outcome() == Outcome.FAILED) {
        say.accept("%s: the CRM was not asked to the end: %s".formatted(name, slice.message()));
      }
    }
    if (asked.add(name) || stored.events > 0) {
      say.accept(
          "%s: the CRM was asked: it told %d events, %d of them new"
              .formatted(name, told, stored.events));
    }
    return slices.stream().allMatch(slice -> slice.outcome() != Outcome.FAILED);
  }

  /** Whether it goes on. */
  private boolean rest() {
    try {
      parts.pause().sleep(BETWEEN_SLICES);
      return !closing;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Begins no slice any more, and lets the one under way come to its end. */
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        say.accept("a CRM was still being asked: the next start goes on from there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts what is new. */
  private static final class Stored implements EventSink {
    private final EventStore store;
    private long events;

    Stored(EventStore store) {
      this.store = store;
    }

    @Override
    public void put(List<ChangeEvent> told) {
      if (!told.isEmpty()) {
        events +=
            store.put(told).stream()
                .filter(outcome -> outcome == EventStore.Outcome.STORED)
                .count();
      }
    }
  }
}
