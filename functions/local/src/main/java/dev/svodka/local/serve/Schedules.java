package dev.svodka.local.serve;

import dev.svodka.core.error.SvodkaException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has reports made when their time comes, one company after the other. What was due while the
 * service was down is made when it is up again; what fails is tried again a quarter of an hour
 * later, and meanwhile the pages of before stay.
 */
final class Schedules implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
  private static final Duration RETRY = Duration.ofMinutes(15);
  private static final int LOOK_SECONDS = 60;
  private static final int GRACE_MINUTES = 5;

  private final Map<String, Runs> accounts;
  private final Clock clock;
  private final Consumer<String> say;
  private final Instant since;
  private final Map<String, Instant> notBefore = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("schedules").factory());

  /**
   * @param say where a person is told of runs
   */
  Schedules(Map<String, Runs> accounts, Clock clock, Consumer<String> say) {
    this.accounts = Map.copyOf(accounts);
    this.clock = clock;
    this.say = say;
    this.since = clock.instant();
  }

  void start() {
    var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    accounts.forEach(
        (account, runs) -> {
          Instant now = clock.instant();
          if (!now.isBefore(notBefore.getOrDefault(account, Instant.MIN))) {
            attempt(
                account,
                () -> {
                  List<String> due = runs.due(since, now);
                  if (!due.isEmpty()) {
                    make(account, runs, due, now, true);
                  }
                });
          }
        });
  }

  /** Makes all reports of all companies, on the caller's thread. */
  boolean now(Instant asOf) {
    boolean well = true;
    for (Map.Entry<String, Runs> each : accounts.entrySet()) {
      well &=
          attempt(
              each.getKey(), () -> make(each.getKey(), each.getValue(), List.of(), asOf, false));
    }
    return well;
  }

  private void make(String account, Runs runs, List<String> ids, Instant asOf, boolean deliver) {
    say.accept(
        "%s: making %s".formatted(account, ids.isEmpty() ? "all reports" : String.join(", ", ids)));
    Runs.Made made = runs.make(ids, asOf, deliver);
    say.accept("%s: %d pages are published".formatted(account, made.pages()));
    made.undelivered()
        .forEach(line -> say.accept("%s: not delivered: %s".formatted(account, line)));
    made.unerased()
        .ifPresent(
            why -> say.accept("%s: `retention` was not applied: %s".formatted(account, why)));
  }

  private boolean attempt(String account, Runnable work) {
    try {
      work.run();
      notBefore.remove(account);
      return true;
    } catch (SvodkaException e) {
      fail(account, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{}: a fault of ours", account, e);
      fail(account, "a fault of ours, " + e.getClass().getSimpleName());
    }
    return false;
  }

  private void fail(String account, String reason) {
    notBefore.put(account, clock.instant().plus(RETRY));
    say.accept(
        "%s: the reports were not made, those of before stay: %s".formatted(account, reason));
  }

  /** Begins no run any more, and lets the one under way come to its end. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GRACE_MINUTES, TimeUnit.MINUTES)) {
        say.accept("a run was still under way and is given up; the pages of before stay");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    accounts.values().forEach(Runs::close);
  }
}
