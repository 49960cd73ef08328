package dev.svodka.source;

import java.time.Instant;

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
}
