package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is over stays as it is, unless news of that time comes late. */
class ClosedPeriodsTest {
  /** A Wednesday's noon, so that no closed period ends within the targets before it. */
  private static final Instant AS_OF = Instant.parse("2026-03-11T12:00:00Z");

  private static final Instant LATER = AS_OF.plus(Duration.ofDays(25));

  /** Figures of a closed period that time alone may change, and why. */
  private static final Map<String, String> JUDGED_AT_AS_OF =
      Map.of(
          "conversion_within", "its items are those old enough at as-of",
          "stale_open", "the p90 of created ▶ outcome is over all outcomes before as-of",
          "interval_km_median", "what is open is censored at as-of",
          "stage_time_km_median", "what is open is censored at as-of");

  @Test
  void aLaterAsOfLeavesClosedPeriodsAlone() {
    for (long seed = 1; seed <= 2; seed++) {
      List<ChangeEvent> books = before(RandomBooks.events(seed, 60));
      unchanged(
          "books " + seed,
          new Company(RandomBooks.BUSINESS).file(books),
          new Company(RandomBooks.BUSINESS)
              .file(books)
              .file(RandomBooks.events(seed + 50, 40, "n", AS_OF, 400)));
      List<ChangeEvent> deals = before(RandomCompany.events(seed, 60));
      unchanged(
          "deals " + seed,
          new Company(RandomCompany.BUSINESS).file(deals),
          new Company(RandomCompany.BUSINESS)
              .file(deals)
              .file(RandomCompany.events(seed + 50, 40, "n", AS_OF)));
    }
  }

  @Test
  void whatComesLateChangesItsOwnMomentAndNotWhatWasKnown() {
    Instant arrival = Instant.parse("2026-05-01T00:00:00Z");
    for (long seed = 1; seed <= 2; seed++) {
      List<ChangeEvent> events = before(RandomBooks.events(seed, 60));
      Random random = new Random(seed);
      List<ChangeEvent> timely = new ArrayList<>();
      List<ChangeEvent> late = new ArrayList<>();
      Map<String, Long> neighbours =
          events.stream()
              .collect(Collectors.groupingBy(ClosedPeriodsTest::place, Collectors.counting()));
      for (ChangeEvent event : events) {
        boolean alone = Long.valueOf(1).equals(neighbours.get(place(event)));
        (alone && random.nextInt(5) == 0 ? late : timely).add(event);
      }
      List<ChangeEvent> arrived = late.stream().map(event -> event.receivedAt(arrival)).toList();
      String what = "seed " + seed;
      Company all = new Company(RandomBooks.BUSINESS).file(timely).file(arrived);
      String known = json(all, arrival);
      assertThat(known)
          .as(what)
          .isEqualTo(json(new Company(RandomBooks.BUSINESS).file(timely), arrival));
      String restated = json(all, arrival.plusMillis(1));
      assertThat(restated).as(what).isNotEqualTo(known);
      assertThat(restated)
          .as(what)
          .isEqualTo(json(new Company(RandomBooks.BUSINESS).file(events), arrival.plusMillis(1)));
    }
  }

  private static String place(ChangeEvent event) {
    return event.item() + " " + event.occurredAt();
  }

  private static List<ChangeEvent> before(List<ChangeEvent> events) {
    return events.stream().filter(event -> event.occurredAt().isBefore(AS_OF)).toList();
  }

  private static void unchanged(String what, Company earlier, Company later) {
    Map<String, KpiRow> now = closed(earlier, AS_OF);
    Map<String, KpiRow> then = closed(later, LATER);
    assertThat(now).as(what).hasSizeGreaterThan(1000);
    Set<String> periods = now.values().stream().map(KpiRow::period).collect(Collectors.toSet());
    assertThat(periods).as(what).contains("2026-W10", "2026-02");
    List<String> changed = new ArrayList<>();
    now.forEach(
        (key, row) -> {
          KpiRow other = then.get(key);
          if (!row.equals(other)) {
            changed.add(row + " became " + other);
          }
        });
    then.forEach(
        (key, row) -> {
          boolean told = row.value().filter(value -> value.signum() != 0).isPresent();
          if (!now.containsKey(key) && periods.contains(row.period()) && told) {
            changed.add(row + " was not there");
          }
        });
    assertThat(changed).as(what).isEmpty();
  }

  private static Map<String, KpiRow> closed(Company company, Instant asOf) {
    try (KpiRun run = company.run(company.options().asOf(asOf).full(true))) {
      assertThat(run.brokenInvariants()).isEmpty();
      Map<String, KpiRow> rows = new TreeMap<>();
      for (KpiRow row : run.rows()) {
        boolean dated = !row.period().equals("all") && !row.period().equals("90d");
        if (dated && !row.partial() && !JUDGED_AT_AS_OF.containsKey(row.kpi())) {
          rows.put(row.sortKey(), row);
        }
      }
      return rows;
    }
  }

  private static String json(Company company, Instant knownAt) {
    try (KpiRun run = company.run(company.options().asOf(AS_OF).knownAt(knownAt))) {
      assertThat(run.brokenInvariants()).isEmpty();
      return Company.json(run);
    }
  }
}
