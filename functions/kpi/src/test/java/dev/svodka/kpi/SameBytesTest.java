package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SameBytesTest {
  private static final String AS_OF = "2026-04-20T22:00:00Z";

  @Test
  void orderRepeatsFilesThreadsAndTheMachinesZoneChangeNothing() {
    for (long seed = 1; seed <= 3; seed++) {
      List<ChangeEvent> events = RandomCompany.events(seed, 60);
      String known = json(new Company(RandomCompany.BUSINESS).file(events).threads(1));
      assertThat(known).contains("\"kpi\":\"conversion_within\"");
      Random random = new Random(seed);
      for (int turn = 0; turn < 3; turn++) {
        assertThat(json(shuffled(events, random, turn)))
            .as("seed %d, turn %d", seed, turn)
            .isEqualTo(known);
      }
    }
  }

  @Test
  void theMachinesZoneAndLocaleChangeNothing() {
    List<ChangeEvent> events = RandomCompany.events(9, 60);
    String known = json(new Company(RandomCompany.BUSINESS).file(events));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(json(new Company(RandomCompany.BUSINESS).file(events))).isEqualTo(known);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** The events in another order, some twice and the repeat received later, in several files. */
  private static Company shuffled(List<ChangeEvent> events, Random random, int turn) {
    List<ChangeEvent> all = new ArrayList<>(events);
    for (ChangeEvent event : events) {
      if (random.nextInt(4) == 0) {
        all.add(event.receivedAt(event.receivedAt().plus(Duration.ofSeconds(random.nextInt(2)))));
      }
    }
    Collections.shuffle(all, random);
    Company company = new Company(RandomCompany.BUSINESS).threads(1 + turn);
    int cut = random.nextInt(all.size());
    return company.file(all.subList(0, cut)).file(List.of()).file(all.subList(cut, all.size()));
  }

  private static String json(Company company) {
    KpiOptions options =
        company
            .options()
            .asOf(java.time.Instant.parse(AS_OF))
            .knownAt(java.time.Instant.parse(AS_OF));
    try (KpiRun run = company.run(options)) {
      assertThat(run.brokenInvariants()).isEmpty();
      return Company.json(run);
    }
  }
}
