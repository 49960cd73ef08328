package dev.svodka.lake.forget;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a customer is called: the names that stand where the id does, and those that its items tell
 * without one, unless they had another customer too. Of all events only the customer's items are
 * remembered.
 */
final class CustomerNames {
  private final String id;
  private final CustomerFields fields;
  private final Set<ItemRef> its = new HashSet<>();
  private final Set<ItemRef> shared = new HashSet<>();
  private final Set<String> names = new TreeSet<>();

  private CustomerNames(String id, CustomerFields fields) {
    this.id = id;
    this.fields = fields;
  }

  /** Hands over all events. */
  interface Events {
    void forEach(Consumer<ChangeEvent> consumer);
  }

  static Set<String> of(String id, CustomerFields fields, Events events) {
    CustomerNames found = new CustomerNames(id, fields);
    events.forEach(found::items);
    if (!found.its.isEmpty()) {
      events.forEach(found::others);
      events.forEach(found::names);
    }
    return found.names;
  }

  private void items(ChangeEvent event) {
    if (fields.idsOf(event).contains(id)) {
      its.add(event.item());
    }
  }

  private void others(ChangeEvent event) {
    Set<String> ids = fields.idsOf(event);
    if (!ids.isEmpty() && !ids.contains(id) && its.contains(event.item())) {
      shared.add(event.item());
    }
  }

  private void names(ChangeEvent event) {
    Set<String> ids = fields.idsOf(event);
    boolean alone = ids.isEmpty() && its.contains(event.item()) && !shared.contains(event.item());
    if (ids.contains(id) || alone) {
      names.addAll(fields.namesOf(event));
    }
  }
}
