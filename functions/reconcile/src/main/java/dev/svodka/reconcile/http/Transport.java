package dev.svodka.reconcile.http;

import dev.svodka.core.secret.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP exchange: no redirect is followed, the answer is bounded in bytes and in time. */
public final class Transport {
  private static final int MAX_BODY = 16 << 20;

  private final HttpClient client;
  private final Duration timeOut;

  /**
   * @param timeOut of one exchange, from the first byte out to the last byte in
   */
  public Transport(Duration timeOut) {
    this.timeOut = timeOut;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeOut)
            .build();
  }

  /**
   * Sends a request.
   *
   * @throws IOException where there is no whole answer; it tells neither address nor content
   */
  Reply exchange(Call call, Optional<Secret> bearer) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri()).header("Accept", "application/json").timeout(timeOut);
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
    call.json().ifPresent(body -> request.header("Content-Type", "application/json"));
    request.method(
        call.method(),
        call.json().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY));
    try {
      HttpResponse<byte[]> response = answer.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          response.statusCode(),
          response.body(),
          response
              .headers()
              .firstValue("Retry-After")
              .filter(text -> text.matches("\\d{1,4}"))
              .map(Long::parseLong)
              .orElse(0L));
    } catch (TimeoutException e) {
      throw new IOException("no answer in time", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("no whole answer: " + cause.getClass().getSimpleName());
    } finally {
      answer.cancel(true);
    }
  }
}
