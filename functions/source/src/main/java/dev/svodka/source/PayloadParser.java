package dev.svodka.source;

import dev.svodka.core.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/** Turns the payloads of one live source into events; safe for use by several threads. */
public interface PayloadParser {

  /**
   * Parses one authenticated payload; hostile bytes give a refusal, never an exception.
   *
   * @param body as it was sent, base64 undone
   * @param receivedAt stands on each event, and is when it happened where the payload has no time
   *     of its own
   */
  Parsed parse(byte[] body, Instant receivedAt);

  /**
   * The token by which the sender shows who it is, where this kind of source puts one into its
   * payloads; to be compared with the one that is kept, in constant time.
   */
  default Optional<Secret> applicationToken(byte[] body) {
    return Optional.empty();
  }
}
