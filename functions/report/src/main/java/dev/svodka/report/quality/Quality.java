package dev.svodka.report.quality;

import dev.svodka.core.business.LiveSource;
import dev.svodka.kpi.QualityLists;
import dev.svodka.kpi.diff.Restatement;
import dev.svodka.lake.crm.CrmStatus;
import dev.svodka.lake.crm.Quarantine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is behind the counts of {@code data-quality.json}, and what they do not tell.
 *
 * @param checked names of the invariants that were checked, broken or not
 * @param asked the live sources and what came of asking them; empty where nobody could know, since
 *     the run has no lake but files
 * @param quarantine webhooks that could not be read in the last {@link #DAYS} days; empty likewise
 * @param rejectedRows by reason, where the events come from an import
 * @param restated figures of closed periods that differ from what was published
 */
public record Quality(
    QualityLists lists,
    List<String> checked,
    Optional<List<Asked>> asked,
    Optional<Quarantine> quarantine,
    SortedMap<String, Long> rejectedRows,
    Restated restated) {
  /** How far back the quarantine is looked through. */
  public static final int DAYS = 28;

  /** Where nothing is known. */
  public static final Quality NONE =
      new Quality(
          QualityLists.NONE,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>(),
          Restated.FIRST);

  /** A live source, and what came of asking its API the last time. */
  public record Asked(LiveSource source, Optional<CrmStatus> status) {}

  /**
   * What changed of what was published.
   *
   * @param since as-of of the run that was compared with; empty where there was none to compare
   *     with
   * @param first nothing was published before
   * @param figures those found by this run and by others in the weeks before it
   */
  public record Restated(Optional<Instant> since, boolean first, List<Restatement> figures) {
    /** Nothing was published before. */
    public static final Restated FIRST = new Restated(Optional.empty(), true, List.of());

    public Restated {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Without what stands in these processes one by one, and without their amounts: counts and lags
   * are left.
   */
  public Quality without(Set<String> processes) {
    return new Quality(
        lists.without(processes),
        checked,
        asked,
        quarantine,
        rejectedRows,
        new Restated(
            restated.since(),
            restated.first(),
            restated.figures().stream()
                .filter(f -> !processes.contains(f.key().process()) || isForAll(f))
                .toList()));
  }

  /** A ratio that has a currency is one of money. */
  private static boolean isForAll(Restatement figure) {
    return switch (figure.unit()) {
      case "count", "hours", "days" -> true;
      case "ratio" -> figure.key().group().isEmpty();
      default -> false;
    };
  }

  public Quality {
    checked = List.copyOf(checked);
    asked = asked.map(List::copyOf);
    rejectedRows = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedRows));
  }
}
