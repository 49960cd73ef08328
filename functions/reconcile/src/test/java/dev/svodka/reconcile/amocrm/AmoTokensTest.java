package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Pause;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AmoTokensTest {
  private static final String OAUTH =
      """
      {"client_id":"c","client_secret":"s","redirect_uri":"https://example.com",
       "access_token":"a0","refresh_token":"r0"}
      """;

  private final MemoryCells cells = new MemoryCells();
  private final AtomicInteger refreshes = new AtomicInteger();
  private volatile Secret kept = Secret.of(OAUTH);

  @Test
  void ofManyFunctionsOneRefreshes() throws InterruptedException, ExecutionException {
    List<AmoTokens> functions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      functions.add(tokens());
    }
    Secret old = functions.getFirst().token().orElseThrow();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (AmoTokens each : functions) {
        running.add(threads.submit(() -> each.refused(old)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }

    assertThat(refreshes).hasValue(1);
    assertThat(functions)
        .allSatisfy(each -> assertThat(each.token().orElseThrow().reveal()).isEqualTo("a1"));
    assertThat(kept.reveal()).contains("\"refresh_token\":\"r1\"");
  }

  @Test
  void aLongLivedTokenThatIsRefusedIsToldWithoutIt() {
    kept = Secret.of("long-lived-0123456789");
    AmoTokens tokens = tokens();
    Secret token = tokens.token().orElseThrow();

    assertThat(token.reveal()).isEqualTo("long-lived-0123456789");
    assertThatThrownBy(() -> tokens.refused(token))
        .isInstanceOf(SvodkaException.class)
        .hasMessage("Source amo: the token is not taken; put a new one into ssm:/token");
  }

  private AmoTokens tokens() {
    Vault vault =
        new Vault() {
          @Override
          public Optional<Secret> read(String reference) {
            return Optional.of(kept);
          }

          @Override
          public void replace(String reference, Secret secret) {
            kept = secret;
          }
        };
    InstantSource clock = InstantSource.system();
    return new AmoTokens(
        "romashka",
        "amo",
        "ssm:/token",
        vault,
        cells,
        new Budget(clock, Pause.REAL, clock.instant().plusSeconds(60)),
        () -> URI.create("https://romashka.amocrm.ru"),
        (uri, json) -> answer(new String(json, UTF_8)));
  }

  /** As the CRM: a refresh token is good for one use. */
  private synchronized byte[] answer(String request) {
    int number = refreshes.getAndIncrement();
    assertThat(request).contains("\"refresh_token\":\"r" + number + '"');
    return "{\"access_token\":\"a%d\",\"refresh_token\":\"r%d\"}"
        .formatted(number + 1, number + 1)
        .getBytes(UTF_8);
  }
}
