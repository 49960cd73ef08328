package dev.svodka.ingest;

import dev.svodka.core.event.ChangeEvent;
import java.util.List;

/** Where events wait while the store of events is out; they are put again from there. */
public interface Park {

  /**
   * Parks events; each is durable when this returns.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code STORE_UNAVAILABLE} where they are not
   */
  void park(List<ChangeEvent> events);
}
