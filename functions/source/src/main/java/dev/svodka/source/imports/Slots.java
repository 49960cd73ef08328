package dev.svodka.source.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each name that a rule reads a place in the row's array, so that rows need no maps. */
final class Slots {
  private final Map<String, Integer> slots = new LinkedHashMap<>();

  /** The slot of this column or attribute; a new one where it has none. */
  int of(String name) {
    return slots.computeIfAbsent(name, key -> slots.size());
  }

  List<String> names() {
    return new ArrayList<>(slots.keySet());
  }

  int size() {
    return slots.size();
  }
}
