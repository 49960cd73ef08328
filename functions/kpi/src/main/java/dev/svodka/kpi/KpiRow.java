package dev.svodka.kpi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One figure as {@code kpis.json} has it.
 *
 * @param subject stage, milestone, interval, reason … that the figure is about
 * @param period {@code all}, {@code 2026-W47}, {@code 2026-11}, {@code 2026-Q4} or {@code 90d}, in
 *     the business's zone
 * @param group none, one dimension, or the currency alone or beside one; a value may be {@code
 *     null} (not given)
 * @param unit {@code count ratio hours days money money/day}
 * @param clock {@code elapsed} or {@code working}, for durations
 * @param value empty where the figure is not defined
 * @param low lower limit of the 95 % Wilson interval, for ratios of counts
 * @param partial the period was not over at as-of
 */
public record KpiRow(
    String kpi,
    String process,
    Optional<String> subject,
    String period,
    SortedMap<String, Optional<String>> group,
    String unit,
    Optional<String> clock,
    Optional<BigDecimal> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<BigDecimal> low,
    Optional<BigDecimal> high,
    Optional<Long> n,
    boolean partial) {
  /** The order of rows in {@code kpis.json}: by code points, so that no locale has a say. */
  public static final Comparator<KpiRow> ORDER = Comparator.comparing(KpiRow::sortKey);

  public KpiRow {
    group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
  }

  /** The same figure under another group. */
  public KpiRow withGroup(SortedMap<String, Optional<String>> other) {
    return new KpiRow(
        kpi,
        process,
        subject,
        period,
        other,
        unit,
        clock,
        value,
        numerator,
        denominator,
        low,
        high,
        n,
        partial);
  }

  /** What the rows are sorted by; who sorts many asks each for it once. */
  String sortKey() {
    StringBuilder key = new StringBuilder(96);
    key.append(kpi).append('\0').append(process).append('\0').append(subject.orElse(""));
    key.append('\0').append(period).append('\0');
    group.forEach(
        (name, value) ->
            key.append(name)
                .append(value.isPresent() ? "=" : "")
                .append(value.orElse(""))
                .append('\0'));
    return key.append('\0').append(clock.orElse("")).toString();
  }
}
