package dev.svodka.lake.forget;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is told of in an account's events, and when last; a word for each person and each item. */
final class People {
  private final CustomerFields fields;
  private final Map<String, Instant> owners = new TreeMap<>();
  private final Map<String, Instant> customers = new TreeMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<ItemRef, String> customerOf = new HashMap<>();

  /**
   * Somebody of whom nothing was told for long.
   *
   * @param told the id first, then names
   */
  record Aged(Whom whom, List<String> told) {
    Aged {
      told = List.copyOf(told);
    }
  }

  People(CustomerFields fields) {
    this.fields = fields;
  }

  void see(ChangeEvent event) {
    event.owner().ifPresent(id -> seen(owners, id, event));
    event.actor().ifPresent(id -> seen(owners, id, event));
    Set<String> ids = fields.idsOf(event);
    ids.forEach(id -> customerOf.put(event.item(), id));
    contact(event.item(), event);
    event.parent().ifPresent(parent -> contact(parent, event));
    Set<String> its =
        ids.isEmpty()
            ? Optional.ofNullable(customerOf.get(event.item()))
                .map(Set::of)
                .orElseGet(() -> fields.namesOf(event))
            : ids;
    for (String id : its) {
      seen(customers, id, event);
      names.computeIfAbsent(id, any -> new TreeSet<>()).addAll(fields.namesOf(event));
    }
  }

  private void contact(ItemRef item, ChangeEvent event) {
    if (Forgotten.PEOPLE.contains(item.type())) {
      seen(customers, item.id(), event);
    }
  }

  private static void seen(Map<String, Instant> last, String id, ChangeEvent event) {
    if (!id.isBlank() && !id.startsWith(Forgotten.PSEUDONYM)) {
      last.merge(id, event.occurredAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Of those whose last event is not earlier, the first last event. */
  Optional<Instant> next(Instant before) {
    return Stream.concat(owners.values().stream(), customers.values().stream())
        .filter(last -> !last.isBefore(before))
        .min(Comparator.naturalOrder());
  }

  /** Those whose last event is earlier; a name that somebody of later has too stays. */
  List<Aged> lastSeen(Instant before) {
    Set<String> kept = new HashSet<>();
    customers.forEach(
        (id, last) -> {
          if (!last.isBefore(before)) {
            kept.addAll(names.getOrDefault(id, Set.of()));
          }
        });
    List<Aged> aged = new ArrayList<>();
    owners.forEach(
        (id, last) -> {
          if (last.isBefore(before)) {
            aged.add(new Aged(Whom.OWNER, List.of(id)));
          }
        });
    customers.forEach(
        (id, last) -> {
          if (last.isBefore(before)) {
            List<String> told = new ArrayList<>(List.of(id));
            names.getOrDefault(id, Set.of()).stream()
                .filter(name -> !kept.contains(name) && !name.equals(id))
                .forEach(told::add);
            aged.add(new Aged(Whom.CUSTOMER, told));
          }
        });
    return aged;
  }
}
