package dev.svodka.source;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.Via;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what one delivery or answer gives, in its order. */
public final class Sink {
  private final String account;
  private final LiveSource source;
  private final Via via;
  private final Instant receivedAt;
  private final List<ChangeEvent> events = new ArrayList<>();
  private final List<Parsed.Ignored> ignored = new ArrayList<>();
  private final List<Parsed.Rejected> rejected = new ArrayList<>();

  public Sink(String account, LiveSource source, Via via, Instant receivedAt) {
    this.account = account;
    this.source = source;
    this.via = via;
    this.receivedAt = receivedAt;
  }

  /** The source that tells. */
  public LiveSource source() {
    return source;
  }

  /** When it was received. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** An event of this source that tells the time at which it happened and nothing else yet. */
  public ChangeEventBuilder event(ItemRef item, Kind kind, Instant occurredAt) {
    return ChangeEvent.of(account, source.kind(), via, item, kind)
        .occurredAt(occurredAt)
        .receivedAt(receivedAt)
        .seq(events.size());
  }

  /** Gives the event. */
  public void add(ChangeEventBuilder event) {
    events.add(event.build());
  }

  /**
   * Gives the event of a list in which rows may say the same.
   *
   * @param earlier how many rows before this one said the same
   */
  public void add(ChangeEventBuilder event, int earlier) {
    events.add(event.build(earlier));
  }

  /** A deletion tells neither its time nor anything but the id. */
  public void deleted(ItemRef item) {
    add(event(item, Kind.DELETED, receivedAt));
  }

  /** A part that makes no event by design. */
  public void ignore(String where, String reason) {
    ignored.add(new Parsed.Ignored(where, reason));
  }

  /** A part that should have made an event and could not be read. */
  public void reject(String where, String reason) {
    rejected.add(new Parsed.Rejected(where, reason));
  }

  /**
   * Gives all the events of a part or, where it cannot be read, none and the reason.
   *
   * @return whether it could be read
   */
  public boolean whole(String where, Runnable part) {
    int before = events.size();
    try {
      part.run();
      return true;
    } catch (SvodkaException unreadable) {
      events.subList(before, events.size()).clear();
      reject(where, unreadable.getMessage());
      return false;
    }
  }

  /** All that was given. */
  public Parsed.Events result() {
    return new Parsed.Events(events, ignored, rejected);
  }
}
