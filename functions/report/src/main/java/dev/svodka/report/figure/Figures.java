package dev.svodka.report.figure;

import dev.svodka.kpi.KpiRow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one process, found by what a report asks for. */
public final class Figures {
  /** The subject and clock of figures that have none. */
  public static final String NONE = "";

  private static final String CURRENCY = "currency";

  private record Key(String kpi, String subject, String period, String clock) {
    boolean isOf(String otherKpi, String otherPeriod) {
      return kpi.equals(otherKpi) && period.equals(otherPeriod);
    }
  }

  private final Set<String> kpis = new HashSet<>();
  private final Map<Key, KpiRow> ungrouped = new HashMap<>();
  private final Map<Key, List<KpiRow>> grouped = new HashMap<>();
  private final Map<String, SequencedMap<String, KpiRow>> subjects = new HashMap<>();

  public Figures(List<KpiRow> rows, String process) {
    rows.stream().filter(row -> row.process().equals(process)).forEach(this::add);
  }

  /**
   * The figures of one currency, as if they were the only ones.
   *
   * @param others whether those that are of no currency, such as rates of counts, are among them
   */
  public static Figures in(String currency, boolean others, List<KpiRow> rows, String process) {
    return new Figures(
        rows.stream()
            .filter(row -> row.group().containsKey(CURRENCY) ? of(row, currency) : others)
            .map(Figures::withoutCurrency)
            .toList(),
        process);
  }

  /** The currencies that the process has money in. */
  public static SequencedSet<String> currencies(List<KpiRow> rows, String process) {
    return rows.stream()
        .filter(row -> row.process().equals(process) && row.unit().equals("money"))
        .filter(row -> row.value().orElse(BigDecimal.ZERO).signum() != 0)
        .flatMap(row -> row.group().getOrDefault(CURRENCY, Optional.empty()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean of(KpiRow row, String currency) {
    return row.group().getOrDefault(CURRENCY, Optional.empty()).equals(Optional.of(currency));
  }

  private static KpiRow withoutCurrency(KpiRow row) {
    SortedMap<String, Optional<String>> group = new TreeMap<>(row.group());
    return group.remove(CURRENCY) == null ? row : row.withGroup(group);
  }

  private void add(KpiRow row) {
    kpis.add(row.kpi());
    Key key =
        new Key(row.kpi(), row.subject().orElse(NONE), row.period(), row.clock().orElse(NONE));
    if (row.group().isEmpty()) {
      ungrouped.put(key, row);
      subjects
          .computeIfAbsent(
              subjectsKey(row.kpi(), row.period(), key.clock()), k -> new LinkedHashMap<>())
          .put(key.subject(), row);
    } else {
      grouped.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(row);
    }
  }

  private static String subjectsKey(String kpi, String period, String clock) {
    return kpi + '\n' + period + '\n' + clock;
  }

  /** Whether the process has any figure above zero: without events it has none. */
  public boolean any() {
    return ungrouped.values().stream()
        .flatMap(row -> row.value().stream())
        .anyMatch(value -> value.signum() > 0);
  }

  /** Whether there is a row of it for any period. */
  public boolean has(String kpi) {
    return kpis.contains(kpi);
  }

  public Optional<KpiRow> find(String kpi, String subject, String period) {
    return find(kpi, subject, period, NONE);
  }

  public Optional<KpiRow> find(String kpi, String subject, String period, String clock) {
    return Optional.ofNullable(ungrouped.get(new Key(kpi, subject, period, clock)));
  }

  /** The rows of no group, in no order. */
  public Stream<KpiRow> ungrouped() {
    return ungrouped.values().stream();
  }

  /** Subject ▶ figure, in the order of the rows. */
  public SequencedMap<String, KpiRow> bySubject(String kpi, String period, String clock) {
    return Collections.unmodifiableSequencedMap(
        subjects.getOrDefault(subjectsKey(kpi, period, clock), new LinkedHashMap<>()));
  }

  /** The rows of a figure in a period, of any subject, group and clock. */
  public List<KpiRow> every(String kpi, String period) {
    return Stream.concat(
            ungrouped.entrySet().stream()
                .filter(entry -> entry.getKey().isOf(kpi, period))
                .map(Map.Entry::getValue),
            grouped.entrySet().stream()
                .filter(entry -> entry.getKey().isOf(kpi, period))
                .flatMap(entry -> entry.getValue().stream()))
        .sorted(KpiRow.ORDER)
        .toList();
  }

  /** Value of the one dimension ▶ figure; the group without a value is empty. */
  public Map<Optional<String>, KpiRow> byGroup(String kpi, String dimension, String period) {
    return byGroup(kpi, NONE, dimension, period);
  }

  /** The same of a figure that has a subject. */
  public Map<Optional<String>, KpiRow> byGroup(
      String kpi, String subject, String dimension, String period) {
    Map<Optional<String>, KpiRow> found = new LinkedHashMap<>();
    for (KpiRow row : grouped.getOrDefault(new Key(kpi, subject, period, NONE), List.of())) {
      if (row.group().size() == 1 && row.group().containsKey(dimension)) {
        found.put(row.group().getOrDefault(dimension, Optional.empty()), row);
      }
    }
    return found;
  }

  /** Group ▶ rate over several periods together, from their counts. */
  public Map<Optional<String>, Rate> ratesByGroup(
      String kpi, String dimension, List<Period> periods) {
    Map<Optional<String>, long[]> sums = new LinkedHashMap<>();
    for (Period period : periods) {
      byGroup(kpi, dimension, period.label())
          .forEach(
              (group, row) ->
                  rate(row)
                      .ifPresent(
                          rate -> {
                            long[] sum = sums.computeIfAbsent(group, g -> new long[2]);
                            sum[0] += rate.numerator();
                            sum[1] += rate.denominator();
                          }));
    }
    Map<Optional<String>, Rate> rates = new LinkedHashMap<>();
    sums.forEach((group, sum) -> rates.put(group, new Rate(sum[0], sum[1])));
    return rates;
  }

  public Optional<Rate> rate(String kpi, String subject, String period) {
    return find(kpi, subject, period).flatMap(Figures::rate);
  }

  /** A ratio of counts; empty where it has no base. */
  public static Optional<Rate> rate(KpiRow row) {
    if (row.numerator().isEmpty() || row.denominator().isEmpty()) {
      return Optional.empty();
    }
    long numerator = row.numerator().orElseThrow().longValue();
    long denominator = row.denominator().orElseThrow().longValue();
    return denominator > 0 && numerator >= 0 && numerator <= denominator
        ? Optional.of(new Rate(numerator, denominator))
        : Optional.empty();
  }

  /** A count in whole units; empty where the figure is not defined. */
  public Optional<Long> count(String kpi, String subject, String period) {
    return find(kpi, subject, period).flatMap(KpiRow::value).map(BigDecimal::longValue);
  }
}
