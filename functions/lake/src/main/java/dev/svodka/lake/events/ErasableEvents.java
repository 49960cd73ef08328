package dev.svodka.lake.events;

import dev.svodka.core.event.ChangeEvent;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * A store of events that can be told to forget, the one exception to "what is stored never
 * changes". Neither takes back what a backup of the store holds.
 */
public interface ErasableEvents extends EventStore {
  /**
   * Puts each event of an account through a change, under the key it has.
   *
   * @param from the first of the days (UTC) on which they were stored
   * @param change must leave {@code event_id} and account as they are
   * @return how many events it changed
   */
  long rewrite(String account, LocalDate from, UnaryOperator<ChangeEvent> change);

  /** The same over all days. */
  default long rewrite(String account, UnaryOperator<ChangeEvent> change) {
    return rewrite(account, LocalDate.EPOCH, change);
  }

  /**
   * Deletes all events of an account and whatever else the store keeps for it.
   *
   * @return how many events
   */
  long drop(String account);
}
