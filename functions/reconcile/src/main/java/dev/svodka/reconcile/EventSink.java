package dev.svodka.reconcile;

import dev.svodka.core.event.ChangeEvent;
import java.time.Instant;
import java.util.List;

/** Where the events go. */
public interface EventSink {
  void put(List<ChangeEvent> events);

  /** How far a list has been read; for whoever looks on. */
  default void reached(String list, Instant time) {}

  /** When it returns, all that was put is durable. */
  default void flush() {}
}
