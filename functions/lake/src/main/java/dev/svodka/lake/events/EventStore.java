package dev.svodka.lake.events;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Where live events are kept, by account and by the day (UTC) on which they were stored.
 *
 * <p>An event is stored once a day: told again on another day, it is stored again under that day,
 * and the models keep one by its {@code event_id}. So a closed day never changes.
 *
 * <p>Every method throws {@link SvodkaException} with {@link ErrorCode#STORE_UNAVAILABLE} where the
 * store does not answer.
 */
public interface EventStore {
  /** What became of one event. */
  enum Outcome {
    STORED,
    /** The day holds the event already; the one told first stays as it is. */
    DUPLICATE
  }

  /**
   * Stores events; each is durable when this returns. {@code received_at} and the day are those of
   * the attempt, whatever the event says. Where it throws, some of the events may be stored: put
   * all of them again.
   *
   * @return the outcome of each event, in their order
   */
  List<Outcome> put(List<ChangeEvent> events);

  /**
   * Hands over every event of a day that was stored before the call, in no particular order, on the
   * caller's thread, a page in memory at a time.
   *
   * @return how many
   */
  long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer);

  /** The days on which events of the account were stored. */
  SortedSet<LocalDate> days(String account);
}
