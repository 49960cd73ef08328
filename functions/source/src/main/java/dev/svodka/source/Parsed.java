package dev.svodka.source;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.event.ChangeEvent;
import java.util.List;

/**
 * What became of one authenticated payload. Nothing is lost in silence: each part of it is an
 * event, or ignored or rejected with a reason, or the whole is refused.
 *
 * <p>Reasons and places are fit for logs: they name keys and places, and no value that could be a
 * person's.
 */
public sealed interface Parsed {

  /**
   * The payload was understood, if not all of it.
   *
   * @param ignored parts that need not be kept: they make no event by design
   * @param rejected parts that could not be read: the raw payload is to be quarantined beside the
   *     events, which are good
   */
  record Events(List<ChangeEvent> events, List<Ignored> ignored, List<Rejected> rejected)
      implements Parsed {
    public Events {
      events = List.copyOf(events);
      ignored = List.copyOf(ignored);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * Nothing of the payload can be used: it is to be quarantined raw, or answered with 400 (413
   * where the code is {@code INPUT_TOO_LARGE}) where the sender is told.
   */
  record Refused(ErrorCode code, String reason) implements Parsed {
    public Refused {
      requireNonNull(code, "code is null");
      requireNonNull(reason, "reason is null");
    }
  }

  /** A part that makes no event, by its place such as {@code talk/add/0}. */
  record Ignored(String where, String reason) {}

  /** A part that should have made an event and could not be read, by its place. */
  record Rejected(String where, String reason) {}
}
