package dev.svodka.reconcile.amocrm;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.http.Judge;
import dev.svodka.reconcile.http.Reply;
import dev.svodka.reconcile.http.Verdict;
import java.time.Duration;

/** amoCRM's answers by their status, as its page on error codes has them. */
final class AmoJudge implements Judge {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  /** After 403 for repeated excess; whoever goes on asking stays blocked. */
  private static final Duration BLOCKED = Duration.ofMinutes(15);

  @Override
  public Verdict judge(Reply reply) {
    int status = reply.status();
    return switch (status) {
      case 200, 201, 204, 404 -> new Verdict.Good();
      case 401 -> new Verdict.NewToken();
      case 402 -> failed("amoCRM answers 402: the account is not paid", Duration.ZERO);
      case 403 ->
          failed(
              "amoCRM answers 403: the token's user may not read this, or the account is blocked"
                  + " for too many requests; nothing is asked for 15 minutes",
              BLOCKED);
      case 429 -> new Verdict.Again(A_SECOND, true);
      default ->
          status >= 500
              ? new Verdict.Again(Duration.ZERO, false)
              : failed("amoCRM answers %d".formatted(status), Duration.ZERO);
    };
  }

  private static Verdict failed(String message, Duration rest) {
    return new Verdict.Failed(new SvodkaException(ErrorCode.CRM_UNAVAILABLE, message), rest);
  }
}
