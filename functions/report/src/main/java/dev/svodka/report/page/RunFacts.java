package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.lake.crm.CrmNames;
import dev.svodka.report.quality.Quality;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run found: the figures and how good the data behind them are.
 *
 * @param unpaid process ▶ its unpaid invoices
 * @param asOf exclusive
 * @param broken the invariants that do not hold, in words
 * @param quality name of the count in {@code data-quality.json} ▶ count
 * @param lastEvent source ▶ its last event
 * @param details what stands behind the counts
 * @param crmNames what the CRMs call their stages, pipelines and people at as-of
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
    Quality details,
    CrmNames crmNames) {
  private static final String OWNER = "owner";

  /** Figures without the items behind them. */
  public RunFacts(
      Business business,
      List<KpiRow> rows,
      Map<String, List<UnpaidInvoice>> unpaid,
      Instant asOf,
      List<String> broken,
      SequencedMap<String, Long> quality,
      SortedMap<String, Instant> lastEvent) {
    this(
        business,
        rows,
        unpaid,
        asOf,
        broken,
        quality,
        lastEvent,
        Behind.nothing(),
        Quality.NONE,
        CrmNames.NONE);
  }

  public RunFacts {
    unpaid = Map.copyOf(unpaid);
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
    quality = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(quality));
    lastEvent = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Instant>) lastEvent));
  }

  /** What an owner is called: by the business file, else by the CRM; else the id. */
  public String owner(String id) {
    return Optional.ofNullable(business.owners().get(id)).or(() -> crmNames.owner(id)).orElse(id);
  }

  /** The owners of whom there is any figure in a period that is still told of by owner, by id. */
  public SortedSet<String> owners() {
    return rows.stream()
        .filter(row -> !row.period().equals("all"))
        .filter(row -> row.value().filter(value -> value.signum() > 0).isPresent())
        .flatMap(row -> row.group().getOrDefault(OWNER, Optional.empty()).stream())
        .filter(owner -> !owner.startsWith("*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What one owner may see: the figures and items of that owner as if there were no others. Nothing
   * that counts or names what others have is among it.
   */
  public RunFacts ofOwner(String owner) {
    return new RunFacts(
        business,
        rows.stream()
            .filter(row -> Optional.of(owner).equals(row.group().get(OWNER)))
            .map(RunFacts::withoutOwner)
            .toList(),
        Map.of(),
        asOf,
        broken.stream().map(said -> said.replaceFirst(":.*", "")).toList(),
        new LinkedHashMap<>(),
        lastEvent,
        behind.ofOwner(owner),
        Quality.NONE,
        crmNames);
  }

  /**
   * What readers may see. Of the processes that are not open to them counts and lags are left: no
   * money, no group but the currency, no invoices and no items.
   *
   * @param opens whether a process is open to them
   */
  public RunFacts seenBy(Predicate<BusinessProcess> opens) {
    Set<String> closed =
        business.processes().values().stream()
            .filter(opens.negate())
            .map(BusinessProcess::id)
            .collect(Collectors.toUnmodifiableSet());
    if (closed.isEmpty()) {
      return this;
    }
    return new RunFacts(
        business,
        rows.stream().filter(row -> !closed.contains(row.process()) || isForAll(row)).toList(),
        unpaid.entrySet().stream()
            .filter(entry -> !closed.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        asOf,
        broken.stream().map(said -> said.replaceFirst(":.*", "")).toList(),
        quality,
        lastEvent,
        behind.without(closed),
        details.without(closed),
        crmNames);
  }

  /** A ratio that has a currency is one of money; its base tells amounts. */
  private static boolean isForAll(KpiRow row) {
    return switch (row.unit()) {
      case "count", "hours", "days" ->
          row.group().isEmpty() || row.group().keySet().equals(Set.of("currency"));
      case "ratio" -> row.group().isEmpty();
      default -> false;
    };
  }

  private static KpiRow withoutOwner(KpiRow row) {
    SortedMap<String, Optional<String>> group = new TreeMap<>(row.group());
    group.remove(OWNER);
    return row.withGroup(group);
  }
}
