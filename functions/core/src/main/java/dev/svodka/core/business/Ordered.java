package dev.svodka.core.business;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Unmodifiable copies that keep the order of the business file, so that outputs keep it too. */
final class Ordered {
  private Ordered() {}

  static <V> SequencedMap<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  static SequencedMap<String, List<String>> copyLists(Map<String, List<String>> map) {
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    map.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    return Collections.unmodifiableSequencedMap(copy);
  }
}
