package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class SameBytesTest {
  private static final Instant AS_OF = Instant.parse("2026-04-20T22:00:00Z");

  /** The random companies; the second lies west of Greenwich, at half hours. */
  enum Firm {
    DEALS(RandomCompany.BUSINESS, "\"kpi\":\"conversion_within\""),
    BOOKS(RandomBooks.BUSINESS, "\"kpi\":\"ageing\"");

    private final String business;
    private final String figure;

    Firm(String business, String figure) {
      this.business = business;
      this.figure = figure;
    }

    List<ChangeEvent> events(long seed) {
      return this == DEALS ? RandomCompany.events(seed, 60) : RandomBooks.events(seed, 60);
    }

    Company company() {
      return new Company(business);
    }
  }

  @ParameterizedTest
  @EnumSource
  void orderRepeatsFilesBatchesAndThreadsChangeNothing(Firm firm) {
    for (long seed = 1; seed <= 2; seed++) {
      List<ChangeEvent> events = firm.events(seed);
      String known = json(firm.company().file(events).threads(1));
      assertThat(known).contains(firm.figure);
      Random random = new Random(seed);
      for (int turn = 0; turn < 3; turn++) {
        assertThat(json(shuffled(firm, events, random, turn)))
            .as("%s, seed %d, turn %d", firm, seed, turn)
            .isEqualTo(known);
      }
    }
  }

  /**
   * The events in another order, some twice and the repeat received later, in several files, in one
   * batch or many, on 1, 2 and 4 threads.
   */
  private static Company shuffled(Firm firm, List<ChangeEvent> events, Random random, int turn) {
    List<ChangeEvent> all = new ArrayList<>(events);
    for (ChangeEvent event : events) {
      if (random.nextInt(4) == 0) {
        all.add(event.receivedAt(event.receivedAt().plus(Duration.ofSeconds(random.nextInt(2)))));
      }
    }
    Collections.shuffle(all, random);
    Company company = firm.company().threads(1 << turn).batches(turn == 0 ? 1000 : 1 + 6 * turn);
    int cut = random.nextInt(all.size());
    return company.file(all.subList(0, cut)).file(List.of()).file(all.subList(cut, all.size()));
  }

  static String json(Company company) {
    try (KpiRun run = company.run(company.options().asOf(AS_OF).knownAt(AS_OF))) {
      assertThat(run.brokenInvariants()).isEmpty();
      return Company.json(run);
    }
  }
}
