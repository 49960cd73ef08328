package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.quality.Quality;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run found: the figures and how good the data behind them are.
 *
 * @param unpaid process ▶ its unpaid invoices
 * @param asOf exclusive
 * @param broken the invariants that do not hold, in words
 * @param quality name of the count in {@code data-quality.json} ▶ count
 * @param lastEvent source ▶ its last event
 * @param details what stands behind the counts
 */
public record RunFacts(
    Business business,
    List<KpiRow> rows,
    Map<String, List<UnpaidInvoice>> unpaid,
    Instant asOf,
    List<String> broken,
    SequencedMap<String, Long> quality,
    SortedMap<String, Instant> lastEvent,
    Behind behind,
    Quality details) {
  /** Figures without the items behind them. */
  public RunFacts(
      Business business,
      List<KpiRow> rows,
      Map<String, List<UnpaidInvoice>> unpaid,
      Instant asOf,
      List<String> broken,
      SequencedMap<String, Long> quality,
      SortedMap<String, Instant> lastEvent) {
    this(business, rows, unpaid, asOf, broken, quality, lastEvent, Behind.nothing(), Quality.NONE);
  }

  public RunFacts {
    unpaid = Map.copyOf(unpaid);
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
    quality = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(quality));
    lastEvent = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Instant>) lastEvent));
  }
}
