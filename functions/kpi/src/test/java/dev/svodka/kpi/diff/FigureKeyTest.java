package dev.svodka.kpi.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FigureKeyTest {
  private static final List<FigureKey> SORTED =
      List.of(
          key("a", "k", Optional.empty(), "all", Map.of(), Optional.empty()),
          key("a", "k", Optional.empty(), "all", Map.of(), Optional.of("elapsed")),
          key("a", "k", Optional.empty(), "all", Map.of(), Optional.of("working")),
          key("a", "k", Optional.empty(), "all", owner(Optional.empty()), Optional.empty()),
          key("a", "k", Optional.empty(), "all", owner(Optional.of("ann")), Optional.empty()),
          key("a", "k", Optional.empty(), "all", owner(Optional.of("bob")), Optional.empty()),
          key("a", "k", Optional.of("s"), "all", Map.of(), Optional.empty()),
          key("a", "l", Optional.empty(), "all", Map.of(), Optional.empty()),
          key("b", "k", Optional.empty(), "all", Map.of(), Optional.empty()));

  @Test
  void keysAreSortedByProcessKpiSubjectPeriodGroupAndClock() {
    List<FigureKey> shuffled = new ArrayList<>(SORTED);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(SORTED);
  }

  @Test
  void aKeyIsToldInOneLine() {
    assertThat(SORTED.get(2)).hasToString("a k/working all");
    assertThat(SORTED.get(3)).hasToString("a k all owner=null");
    assertThat(SORTED.get(6)).hasToString("a k[s] all");
  }

  private static Map<String, Optional<String>> owner(Optional<String> name) {
    return Map.of("owner", name);
  }

  private static FigureKey key(
      String process,
      String kpi,
      Optional<String> subject,
      String period,
      Map<String, Optional<String>> group,
      Optional<String> clock) {
    return new FigureKey(process, kpi, subject, period, new TreeMap<>(group), clock);
  }
}
