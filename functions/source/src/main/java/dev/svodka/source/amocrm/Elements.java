package dev.svodka.source.amocrm;

import dev.svodka.source.form.FormNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the things under one {@code entity[action]}, in all the shapes in circulation: {@code
 * [0][id]=…}, the documentation's task example with one level more, and three shapes of deletion
 * ({@code [0][id]=7}, {@code [id]=7}, and the bare {@code =7} that is documented).
 */
final class Elements {
  private static final Set<String> MARKS = Set.of("id", "uid", "note", "element_id");

  private Elements() {}

  static List<Element> under(String where, FormNode action, ZoneId zone) {
    List<Element> found = new ArrayList<>();
    if (isElement(action)) {
      found.add(new Element(where + "/0", action, zone));
      return found;
    }
    for (FormNode child : action.children().values()) {
      boolean wrapped =
          !isElement(child) && child.children().values().stream().anyMatch(Elements::isElement);
      for (FormNode node : wrapped ? List.copyOf(child.children().values()) : List.of(child)) {
        found.add(new Element(where + "/" + found.size(), node, zone));
      }
    }
    return found;
  }

  private static boolean isElement(FormNode node) {
    return node.children().isEmpty()
        ? node.value().isPresent()
        : MARKS.stream().anyMatch(mark -> node.child(mark).isPresent());
  }
}
