package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.KpiItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be done, by person: an item stands there once with all its reasons. */
record Todos(List<Person> people) {
  /**
   * A person and what it has to do.
   *
   * @param id as the source calls people; empty: nobody's
   * @param todos the most urgent first; at least one
   */
  record Person(Optional<String> id, List<Todo> todos) {
    Person {
      todos = List.copyOf(todos);
    }
  }

  Todos {
    people = List.copyOf(people);
  }

  /** Persons by their most urgent item; last what is nobody's. */
  static Todos of(List<Act> acts) {
    Map<Optional<String>, Map<KpiItem, List<Act>>> found = new LinkedHashMap<>();
    for (Act act : acts) {
      found
          .computeIfAbsent(act.owner(), person -> new LinkedHashMap<>())
          .computeIfAbsent(act.item(), item -> new ArrayList<>())
          .add(act);
    }
    List<Person> people = new ArrayList<>();
    found.forEach(
        (id, items) ->
            people.add(
                new Person(
                    id,
                    items.entrySet().stream()
                        .map(e -> new Todo(e.getKey(), e.getValue()))
                        .sorted(Todo.URGENT)
                        .toList())));
    people.sort(
        Comparator.comparing((Person person) -> person.id().isEmpty())
            .thenComparing(person -> person.todos().getFirst(), Todo.URGENT));
    return new Todos(people);
  }

  /** Those that it is somebody's to do. */
  List<Person> named() {
    return people.stream().filter(person -> person.id().isPresent()).toList();
  }

  long nobodys() {
    return people.stream()
        .filter(person -> person.id().isEmpty())
        .mapToLong(person -> person.todos().size())
        .sum();
  }

  /** All of them, the most urgent first. */
  List<Todo> all() {
    return people.stream().flatMap(person -> person.todos().stream()).sorted(Todo.URGENT).toList();
  }

  boolean isEmpty() {
    return people.isEmpty();
  }
}
