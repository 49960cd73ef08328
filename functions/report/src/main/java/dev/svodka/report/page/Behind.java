package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.ItemList;
import dev.svodka.kpi.ItemQuery;
import dev.svodka.kpi.KpiRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind the figures of a run while it is open. */
public interface Behind {
  /** More than a page or a file is read for. */
  int MOST = 100_000;

  /** More than anybody reads of one list. */
  int MOST_LISTED = 10_000;

  /** The items behind a figure at as-of, those with the longest duration first. */
  List<FactItem> items(String kpi, String process, Optional<String> subject);

  /** What somebody has to do at as-of, the most urgent first. */
  default List<Act> acts() {
    return List.of();
  }

  /** Whether lists can be asked for. */
  default boolean listed() {
    return false;
  }

  /** The first items behind figures, a list a figure, and how many there are. */
  default List<ItemList> lists(List<ItemQuery> asked) {
    return asked.stream().map(query -> new ItemList(0, List.of())).toList();
  }

  /** That of an open run; reports in two languages ask for the same, which is looked for once. */
  static Behind of(KpiRun run) {
    return new BehindRun(run);
  }

  /** What of it is one owner's; counts of one owner lead to no lists. */
  default Behind ofOwner(String owner) {
    Behind all = this;
    return new Behind() {
      @Override
      public List<FactItem> items(String kpi, String process, Optional<String> subject) {
        return all.items(kpi, process, subject).stream()
            .filter(item -> item.owner().equals(Optional.of(owner)))
            .toList();
      }

      @Override
      public List<Act> acts() {
        return all.acts().stream().filter(act -> act.owner().equals(Optional.of(owner))).toList();
      }
    };
  }

  /** Without the items of these processes, and what their rules ask for. */
  default Behind without(Set<String> processes) {
    Behind all = this;
    return new Behind() {
      @Override
      public List<FactItem> items(String kpi, String process, Optional<String> subject) {
        return processes.contains(process) ? List.of() : all.items(kpi, process, subject);
      }

      @Override
      public List<Act> acts() {
        return all.acts().stream().filter(act -> !processes.contains(act.process())).toList();
      }

      @Override
      public boolean listed() {
        return all.listed();
      }

      @Override
      public List<ItemList> lists(List<ItemQuery> asked) {
        if (asked.stream().anyMatch(query -> processes.contains(query.process()))) {
          throw new IllegalArgumentException("items that the report's readers may not see");
        }
        return all.lists(asked);
      }
    };
  }

  /** Figures alone. */
  static Behind nothing() {
    return (kpi, process, subject) -> List.of();
  }
}
