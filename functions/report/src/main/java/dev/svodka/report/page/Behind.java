package dev.svodka.report.page;

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

  /** That of an open run. */
  static Behind of(KpiRun run) {
    return (kpi, process, subject) -> run.items(kpi, process, subject, MOST);
  }

  /** What of it is one owner's. */
  default Behind ofOwner(String owner) {
    return (kpi, process, subject) ->
        items(kpi, process, subject).stream()
            .filter(item -> item.owner().equals(Optional.of(owner)))
            .toList();
  }

  /** Without the items of these processes. */
  default Behind without(Set<String> processes) {
    return (kpi, process, subject) ->
        processes.contains(process) ? List.of() : items(kpi, process, subject);
  }

  /** Figures alone. */
  static Behind nothing() {
    return (kpi, process, subject) -> List.of();
  }
}
