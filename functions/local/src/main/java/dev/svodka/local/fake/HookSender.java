package dev.svodka.local.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends a fake CRM's webhooks when their time comes; what is not taken is not sent again. */
public final class HookSender implements AutoCloseable {
  private static final Duration TIME_OUT = Duration.ofSeconds(5);
  private static final int TAKEN = 202;

  private final Deque<FakeHook> waiting = new ArrayDeque<>();
  private final URI to;
  private final InstantSource clock;
  private final Consumer<String> say;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("fake-hooks").factory());

  /**
   * @param hooks those of before this moment were sent when nobody listened
   * @param to an address of this machine
   * @param say is told of hooks that were not taken
   */
  public HookSender(List<FakeHook> hooks, URI to, InstantSource clock, Consumer<String> say) {
    this.to = to;
    this.clock = clock;
    this.say = say;
    long now = clock.instant().getEpochSecond();
    hooks.stream()
        .filter(hook -> hook.second() >= now)
        .sorted(Comparator.comparingLong(FakeHook::second))
        .forEach(waiting::add);
  }

  /** Looks each second. */
  public void start() {
    var _ = thread.scheduleWithFixedDelay(this::sendDue, 0, 1, TimeUnit.SECONDS);
  }

  /**
   * Sends those whose time has come.
   *
   * @return how many were taken
   */
  public synchronized int sendDue() {
    int taken = 0;
    while (!waiting.isEmpty()
        && waiting.getFirst().second() <= clock.instant().getEpochSecond()
        && !thread.isShutdown()) {
      taken += send(waiting.removeFirst()) ? 1 : 0;
    }
    return taken;
  }

  private boolean send(FakeHook hook) {
    try {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(to)
                      .timeout(TIME_OUT)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString(hook.form()))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != TAKEN) {
        say.accept("the fake CRM: a webhook was answered with " + status);
      }
      return status == TAKEN;
    } catch (IOException e) {
      say.accept("the fake CRM: a webhook was not taken: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    client.shutdownNow();
  }
}
