package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list behind a figure is as long as the figure says: of all time, weeks, months, quarters. */
class ItemListsTest {
  /** Counts of what is no item, or not one by one. */
  private static final Set<String> OTHER =
      Set.of("events", "goal", "handover_rate", "reassignments_mean", "rounds_mean");

  @Test
  void everyCountOfARandomCompanyHasItsList() {
    check(new Company(RandomCompany.BUSINESS).file(RandomCompany.events(11, 60)));
  }

  @Test
  void everyCountOfRandomBooksHasItsList() {
    check(new Company(RandomBooks.BUSINESS).file(RandomBooks.events(21, 40)));
  }

  private static void check(Company company) {
    try (KpiRun run = company.run(company.options())) {
      List<KpiRow> rows =
          run.rows().stream()
              .filter(ItemListsTest::isWhole)
              .filter(r -> r.value().isPresent())
              .toList();
      assertThat(rows)
          .filteredOn(row -> row.unit().equals("count") && !ItemQuery.listed(row.kpi()))
          .extracting(KpiRow::kpi)
          .isSubsetOf(OTHER);
      List<KpiRow> counted = rows.stream().filter(row -> ItemQuery.listed(row.kpi())).toList();
      List<ItemList> lists =
          run.items(counted.stream().map(ItemListsTest::query).toList(), Integer.MAX_VALUE);
      List<String> differ = new ArrayList<>();
      for (int i = 0; i < counted.size(); i++) {
        if (!isTold(counted.get(i), lists.get(i))) {
          differ.add(counted.get(i) + " listed " + lists.get(i));
        }
      }
      assertThat(differ).isEmpty();
      assertThat(counted).hasSizeGreaterThan(200);
    }
  }

  /** Of the whole process, or of one currency of it. */
  private static boolean isWhole(KpiRow row) {
    return Set.of("currency").containsAll(row.group().keySet());
  }

  private static boolean isTold(KpiRow row, ItemList list) {
    long hits = list.items().stream().filter(FactItem::inNumerator).count();
    boolean complete = list.count() == list.items().size();
    return complete
        && (row.unit().equals("count")
            ? is(row.value(), list.count())
            : is(row.denominator(), list.count()) && is(row.numerator(), hits));
  }

  private static boolean is(Optional<BigDecimal> figure, long count) {
    return figure.orElseThrow().compareTo(BigDecimal.valueOf(count)) == 0;
  }

  private static ItemQuery query(KpiRow row) {
    return new ItemQuery(
        row.kpi(),
        row.process(),
        row.subject(),
        row.period(),
        row.group().getOrDefault("currency", Optional.empty()));
  }
}
