package dev.svodka.reconcile.bitrix24;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.reconcile.http.Judge;
import dev.svodka.reconcile.http.Reply;
import dev.svodka.reconcile.http.Verdict;
import dev.svodka.source.bitrix24.Bitrix24Answer;
import java.time.Duration;

/** Bitrix24's answers by their status and error code. */
final class Bitrix24Judge implements Judge {
  /** The bucket leaks two requests a second. */
  private static final Duration LEAK = Duration.ofSeconds(1);

  /** The time that a method has used up is forgotten bit by bit within ten minutes. */
  private static final Duration OPERATING = Duration.ofSeconds(90);

  @Override
  public Verdict judge(Reply reply) {
    if (reply.status() == 200) {
      return new Verdict.Good();
    }
    String error = error(reply);
    return switch (error) {
      case "QUERY_LIMIT_EXCEEDED" -> new Verdict.Again(LEAK, true);
      case "OPERATION_TIME_LIMIT" -> new Verdict.Again(OPERATING, true);
      case "expired_token", "invalid_token", "NO_AUTH_FOUND", "INVALID_CREDENTIALS" ->
          failed(ErrorCode.NOT_AUTHENTICATED, "Bitrix24 does not take the token: " + error);
      default ->
          reply.status() >= 500 || reply.status() == 429
              ? new Verdict.Again(LEAK, false)
              : failed(
                  reply.status() == 401 ? ErrorCode.NOT_AUTHENTICATED : ErrorCode.CRM_UNAVAILABLE,
                  "Bitrix24 answers %d %s".formatted(reply.status(), error).strip());
    };
  }

  private static String error(Reply reply) {
    try {
      return Bitrix24Answer.read(reply.body()).error().orElse("");
    } catch (SvodkaException notJson) {
      return "";
    }
  }

  private static Verdict failed(ErrorCode code, String message) {
    return new Verdict.Failed(new SvodkaException(code, message), Duration.ZERO);
  }
}
