package dev.svodka.kpi.diff;

import dev.svodka.kpi.KpiRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What makes a figure the same one in two files; sorted by process first, by code points. */
public record FigureKey(
    String process,
    String kpi,
    Optional<String> subject,
    String period,
    SortedMap<String, Optional<String>> group,
    Optional<String> clock)
    implements Comparable<FigureKey> {
  private static final Comparator<FigureKey> ORDER =
      Comparator.comparing(FigureKey::process)
          .thenComparing(FigureKey::kpi)
          .thenComparing(FigureKey::subject, FigureKey::emptyFirst)
          .thenComparing(FigureKey::period)
          .thenComparing(FigureKey::group, FigureKey::byNameThenValue)
          .thenComparing(FigureKey::clock, FigureKey::emptyFirst);

  public FigureKey {
    group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
  }

  /** That of a figure. */
  public static FigureKey of(KpiRow row) {
    return new FigureKey(
        row.process(), row.kpi(), row.subject(), row.period(), row.group(), row.clock());
  }

  @Override
  public int compareTo(FigureKey other) {
    return ORDER.compare(this, other);
  }

  private static int emptyFirst(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(one.isPresent(), other.isPresent());
  }

  private static int byNameThenValue(
      SortedMap<String, Optional<String>> one, SortedMap<String, Optional<String>> other) {
    int names = one.keySet().toString().compareTo(other.keySet().toString());
    if (names != 0) {
      return names;
    }
    for (String name : one.keySet()) {
      int values =
          emptyFirst(
              one.getOrDefault(name, Optional.empty()), other.getOrDefault(name, Optional.empty()));
      if (values != 0) {
        return values;
      }
    }
    return 0;
  }

  /** {@code sales stage_time_median/working[142] 2026-W47 owner=504141}. */
  @Override
  public String toString() {
    return process
        + " "
        + kpi
        + clock.map(c -> "/" + c).orElse("")
        + subject.map(s -> "[" + s + "]").orElse("")
        + " "
        + period
        + group.entrySet().stream()
            .map(g -> " " + g.getKey() + "=" + g.getValue().orElse("null"))
            .collect(Collectors.joining());
  }
}
