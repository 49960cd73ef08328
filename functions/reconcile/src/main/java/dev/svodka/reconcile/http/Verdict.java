package dev.svodka.reconcile.http;

import dev.svodka.core.error.SvodkaException;
import java.time.Duration;

/** What is to be done with an answer. */
public sealed interface Verdict {
  /** It can be read. */
  record Good() implements Verdict {}

  /** Ask again after at least this long; where {@code all}, everybody rests as long. */
  record Again(Duration rest, boolean all) implements Verdict {}

  /** The token is not taken: with a new one, ask again. */
  record NewToken() implements Verdict {}

  /** Asking again would not help; where the rest is positive, nobody asks for as long. */
  record Failed(SvodkaException why, Duration rest) implements Verdict {}
}
