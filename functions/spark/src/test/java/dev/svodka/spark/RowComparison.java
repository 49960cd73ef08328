package dev.svodka.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as a multiset: everything exact but doubles, which agree within 1e-9 of their size. */
final class RowComparison {
  private static final double TOLERANCE = 1e-9;
  private static final int SHOWN = 5;
  private static final Comparator<List<Double>> BY_EACH =
      (a, b) ->
          IntStream.range(0, a.size())
              .map(i -> Double.compare(a.get(i), b.get(i)))
              .filter(order -> order != 0)
              .findFirst()
              .orElse(0);

  private final String what;
  private final List<String> columns;
  private final List<List<@Nullable Object>> expected;

  RowComparison(String what, List<String> columns, List<List<@Nullable Object>> expected) {
    this.what = what;
    this.columns = columns;
    this.expected = expected;
  }

  void compare(List<String> actualColumns, List<List<@Nullable Object>> actual) {
    assertThat(actualColumns).as("%s: columns", what).isEqualTo(columns);
    Set<Integer> inexact =
        Stream.concat(expected.stream(), actual.stream())
            .flatMap(
                row ->
                    IntStream.range(0, row.size())
                        .filter(i -> row.get(i) instanceof Double)
                        .boxed())
            .collect(Collectors.toCollection(TreeSet::new));
    SortedMap<String, List<List<Double>>> wanted = keyed(expected, inexact);
    SortedMap<String, List<List<Double>>> given = keyed(actual, inexact);
    List<String> differences = new ArrayList<>();
    Set<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(given.keySet());
    for (String key : keys) {
      List<List<Double>> want = wanted.getOrDefault(key, List.of());
      List<List<Double>> give = given.getOrDefault(key, List.of());
      if (want.size() != give.size() || !close(want, give)) {
        differences.add("%s: DuckDB %s, Spark %s".formatted(key, told(want), told(give)));
      }
    }
    assertThat(differences.stream().limit(SHOWN))
        .as(
            "%s: %d of %d rows differ, columns %s",
            what, differences.size(), expected.size(), columns)
        .isEmpty();
  }

  private static String told(List<List<Double>> rows) {
    return rows.isEmpty() || rows.getFirst().isEmpty() ? rows.size() + " times" : rows.toString();
  }

  /** Rows by their exact columns; of each the doubles, NaN for null. */
  private static SortedMap<String, List<List<Double>>> keyed(
      List<List<@Nullable Object>> rows, Set<Integer> inexact) {
    SortedMap<String, List<List<Double>>> keyed = new TreeMap<>();
    for (List<@Nullable Object> row : rows) {
      String key =
          IntStream.range(0, row.size())
              .filter(i -> !inexact.contains(i))
              .mapToObj(i -> exact(row.get(i)))
              .collect(Collectors.joining(" | "));
      List<Double> doubles =
          inexact.stream()
              .map(i -> row.get(i) instanceof Number number ? number.doubleValue() : Double.NaN)
              .toList();
      keyed.computeIfAbsent(key, k -> new ArrayList<>()).add(doubles);
    }
    keyed.values().forEach(doubles -> doubles.sort(BY_EACH));
    return keyed;
  }

  private static String exact(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static boolean close(List<List<Double>> want, List<List<Double>> give) {
    return IntStream.range(0, want.size())
        .allMatch(
            row ->
                IntStream.range(0, want.get(row).size())
                    .allMatch(i -> close(want.get(row).get(i), give.get(row).get(i))));
  }

  private static boolean close(double want, double give) {
    return Double.compare(want, give) == 0
        || Math.abs(want - give) <= TOLERANCE * Math.max(Math.abs(want), Math.abs(give));
  }
}
