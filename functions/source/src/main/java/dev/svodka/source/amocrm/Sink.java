package dev.svodka.source.amocrm;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.source.Parsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what one delivery gives, in its order. */
final class Sink {
  private final String account;
  private final LiveSource source;
  private final Instant receivedAt;
  private final List<ChangeEvent> events = new ArrayList<>();
  private final List<Parsed.Ignored> ignored = new ArrayList<>();
  private final List<Parsed.Rejected> rejected = new ArrayList<>();

  Sink(String account, LiveSource source, Instant receivedAt) {
    this.account = account;
    this.source = source;
    this.receivedAt = receivedAt;
  }

  LiveSource source() {
    return source;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  ChangeEventBuilder event(ItemRef item, Kind kind, Instant occurredAt) {
    return ChangeEvent.of(account, SourceKind.AMOCRM, Via.HOOK, item, kind)
        .occurredAt(occurredAt)
        .receivedAt(receivedAt)
        .seq(events.size());
  }

  void add(ChangeEventBuilder event) {
    events.add(event.build());
  }

  /** A deletion tells neither its time nor anything but the id. */
  void deleted(ItemRef item) {
    add(event(item, Kind.DELETED, receivedAt));
  }

  void ignore(String where, String reason) {
    ignored.add(new Parsed.Ignored(where, reason));
  }

  void reject(String where, String reason) {
    rejected.add(new Parsed.Rejected(where, reason));
  }

  /**
   * Gives all the events of a part or, where it cannot be read, none and the reason.
   *
   * @return whether it could be read
   */
  boolean whole(String where, Runnable part) {
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

  Parsed.Events result() {
    return new Parsed.Events(events, ignored, rejected);
  }
}
