package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.ItemList;
import dev.svodka.kpi.ItemQuery;
import dev.svodka.kpi.KpiRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a run, and for each list once. */
final class BehindRun implements Behind {
  private record Whole(String kpi, String process, Optional<String> subject) {}

  private final KpiRun run;
  private final Map<Whole, List<FactItem>> wholes = new HashMap<>();
  private final Map<ItemQuery, ItemList> lists = new HashMap<>();
  private Optional<List<Act>> acts = Optional.empty();

  BehindRun(KpiRun run) {
    this.run = run;
  }

  @Override
  public List<FactItem> items(String kpi, String process, Optional<String> subject) {
    return wholes.computeIfAbsent(
        new Whole(kpi, process, subject), whole -> run.items(kpi, process, subject, MOST));
  }

  @Override
  public List<Act> acts() {
    if (acts.isEmpty()) {
      acts = Optional.of(run.acts());
    }
    return acts.get();
  }

  @Override
  public boolean listed() {
    return true;
  }

  @Override
  public List<ItemList> lists(List<ItemQuery> asked) {
    List<ItemQuery> unknown =
        asked.stream().filter(query -> !lists.containsKey(query)).distinct().toList();
    if (!unknown.isEmpty()) {
      List<ItemList> found = run.items(unknown, MOST_LISTED);
      for (int i = 0; i < unknown.size(); i++) {
        lists.put(unknown.get(i), found.get(i));
      }
    }
    return asked.stream().map(lists::get).toList();
  }
}
