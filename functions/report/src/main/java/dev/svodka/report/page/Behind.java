package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.KpiRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind the figures of a run while it is open. */
public interface Behind {
  /** More than a page or a file is read for. */
  int MOST = 100_000;

  /** The items behind a figure at as-of, those with the longest duration first. */
  List<FactItem> items(String kpi, String process, Optional<String> subject);

  /** What somebody has to do at as-of, the most urgent first. */
  default List<Act> acts() {
    return List.of();
  }

  /** That of an open run. */
  static Behind of(KpiRun run) {
    return new Behind() {
      private Optional<List<Act>> acts = Optional.empty();

      @Override
      public List<FactItem> items(String kpi, String process, Optional<String> subject) {
        return run.items(kpi, process, subject, MOST);
      }

      @Override
      public List<Act> acts() {
        if (acts.isEmpty()) {
          acts = Optional.of(run.acts());
        }
        return acts.get();
      }
    };
  }

  /** What of it is one owner's. */
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
    };
  }

  /** Figures alone. */
  static Behind nothing() {
    return (kpi, process, subject) -> List.of();
  }
}
