package dev.svodka.kpi;

import java.util.List;
import java.util.Set;

/**
 * What stands behind the counts of {@link DataQuality}: the first of each list, in an order that no
 * run changes; the counts are those of all.
 *
 * @param heard by source
 * @param unknownStages the most events first
 * @param unmatched the greatest first
 * @param flawed by flaw, the worst first
 */
public record QualityLists(
    List<HeardSource> heard,
    List<UnknownStage> unknownStages,
    List<UnmatchedPayment> unmatched,
    List<FlawedItem> flawed) {
  /** More than anybody reads. */
  public static final int MOST = 1000;

  /** Where nothing is known. */
  public static final QualityLists NONE =
      new QualityLists(List.of(), List.of(), List.of(), List.of());

  public QualityLists {
    heard = List.copyOf(heard);
    unknownStages = List.copyOf(unknownStages);
    unmatched = List.copyOf(unmatched);
    flawed = List.copyOf(flawed);
  }

  /** Without the payments and items of these processes. */
  public QualityLists without(Set<String> processes) {
    return new QualityLists(
        heard,
        unknownStages,
        unmatched.stream().filter(one -> !processes.contains(one.process())).toList(),
        flawed.stream().filter(one -> !processes.contains(one.process())).toList());
  }
}
