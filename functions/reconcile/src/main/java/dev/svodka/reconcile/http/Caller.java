package dev.svodka.reconcile.http;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Asks, within the pace, and asks again where that may help: after growing waits with full jitter,
 * longer where the answer asks for it. An answer that cannot be read was cut on the way and is
 * asked for again. Never used by two threads at once.
 */
public final class Caller {
  /** Base and ceiling of the growing waits. */
  private static final Duration FIRST = Duration.ofMillis(500);

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 10;

  private final String crm;
  private final Transport transport;
  private final Pace pace;
  private final Judge judge;
  private final Budget budget;
  private final RandomGenerator random;
  private long requests;
  private long refused;

  /**
   * @param crm its name, for messages
   */
  public Caller(
      String crm,
      Transport transport,
      Pace pace,
      Judge judge,
      Budget budget,
      RandomGenerator random) {
    this.crm = crm;
    this.transport = transport;
    this.pace = pace;
    this.judge = judge;
    this.budget = budget;
    this.random = random;
  }

  /** Whose token is sent with a request. */
  public interface Bearer {
    /** Of a request that carries its own. */
    Bearer NONE =
        new Bearer() {
          @Override
          public Optional<Secret> token() {
            return Optional.empty();
          }

          @Override
          public void refused(Secret token) {
            throw new IllegalStateException("no token was sent");
          }
        };

    /** The token, or none where the request carries its own. */
    Optional<Secret> token();

    /** The CRM does not take this one; throws where there will be no other. */
    void refused(Secret token);
  }

  /** How many requests were sent. */
  public long requests() {
    return requests;
  }

  /** How many of them the CRM did not answer because there were too many. */
  public long refused() {
    return refused;
  }

  /**
   * Asks until there is an answer that can be read.
   *
   * @param reader throws {@code INPUT_INVALID} for what it cannot read
   * @throws SvodkaException {@code CRM_UNAVAILABLE}, or what the judge says
   * @throws OutOfTime where the next attempt does not fit into the run's time
   */
  public <T> T ask(Call call, Bearer bearer, Function<Reply, T> reader) {
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int round = attempt;
      pace.take();
      requests++;
      Optional<Secret> token = bearer.token();
      try {
        Reply reply = transport.exchange(call, token);
        switch (judge.judge(reply)) {
          case Verdict.Good _ -> {
            return reader.apply(reply);
          }
          case Verdict.Again(Duration rest, boolean all) -> {
            last = "status " + reply.status();
            refused += all ? 1 : 0;
            rest(attempt, asked(rest, reply), all);
          }
          case Verdict.NewToken _ -> {
            last = "status " + reply.status();
            token.ifPresentOrElse(bearer::refused, () -> rest(round, Duration.ZERO, false));
          }
          case Verdict.Failed(SvodkaException why, Duration rest) -> {
            if (rest.isPositive()) {
              pace.hold(rest);
            }
            throw why;
          }
        }
      } catch (SvodkaException e) {
        if (e.code() != ErrorCode.INPUT_INVALID) {
          throw e;
        }
        last = "an answer that cannot be read";
        rest(attempt, Duration.ZERO, false);
      } catch (IOException e) {
        last = String.valueOf(e.getMessage());
        rest(attempt, Duration.ZERO, false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SvodkaException(ErrorCode.CRM_UNAVAILABLE, crm + ": interrupted", e);
      }
    }
    throw new SvodkaException(
        ErrorCode.CRM_UNAVAILABLE, "%s gave no answer %d times: %s".formatted(crm, ATTEMPTS, last));
  }

  private static Duration asked(Duration rest, Reply reply) {
    Duration told = Duration.ofSeconds(reply.retryAfterSeconds());
    Duration longer = told.compareTo(rest) > 0 ? told : rest;
    return longer.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : longer;
  }

  private void rest(int attempt, Duration atLeast, boolean all) {
    if (all) {
      pace.hold(atLeast);
    }
    long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt, 10));
    budget.sleep(atLeast.plusMillis(random.nextLong(ceiling)));
  }
}
