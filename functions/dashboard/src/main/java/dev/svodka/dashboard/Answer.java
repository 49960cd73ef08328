package dev.svodka.dashboard;

import dev.svodka.core.error.ErrorCode;
import java.net.URI;
import java.time.Duration;

/** What the reader gets. */
public sealed interface Answer {
  /**
   * The link is right: from now on a cookie carries it, and the page's address does not.
   *
   * @param location relative to the link's own address
   * @param left how long the link is still good for
   */
  record Welcome(String token, String location, Duration left) implements Answer {}

  /**
   * A file.
   *
   * @param name as the reader would keep it
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way out, never compared
  record Shown(FileType type, String name, byte[] content, String etag) implements Answer {}

  /** The reader has it already. */
  record Unchanged(Shown shown) implements Answer {}

  /** Too large to be handed over here. */
  record Elsewhere(URI location) implements Answer {}

  /** One answer for what is wrong, expired, revoked, of others, or not there. */
  record NotFound() implements Answer {}

  /** It cannot be told now. */
  record Unavailable(ErrorCode why) implements Answer {}
}
