package dev.svodka.reconcile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One account, several functions, seven requests a second. */
class PaceTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private Instant now = START;
  private final MemoryCells cells = new MemoryCells();
  private final Budget budget =
      new Budget(() -> now, time -> now = now.plus(time), START.plusSeconds(60));

  @Test
  void functionsShareThePace() {
    Pace one = pace();
    Pace other = pace();
    List<Instant> sent = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      (i % 3 == 0 ? other : one).take();
      sent.add(now);
    }

    for (int i = 7; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 7), sent.get(i)))
          .as("seven in a second, request %d", i)
          .isGreaterThanOrEqualTo(Duration.ofMillis(858));
    }
  }

  @Test
  void slotsThatWereNotUsedInTimeAreLost() {
    Pace pace = pace();
    pace.take();
    now = now.plusSeconds(10);
    pace.take();
    Instant first = now;
    pace.take();

    assertThat(Duration.between(first, now)).isEqualTo(Duration.ofMillis(143));
  }

  @Test
  void aRestHoldsForEverybody() {
    Pace one = pace();
    one.take();
    one.hold(Duration.ofSeconds(20));
    pace().take();

    assertThat(now).isAfterOrEqualTo(START.plusSeconds(20));
  }

  @Test
  void nothingIsWaitedForBeyondTheTimeOfTheRun() {
    Pace pace = pace();
    pace.hold(Duration.ofMinutes(15));

    assertThatThrownBy(pace::take).isInstanceOf(OutOfTime.class);
    assertThat(now).isEqualTo(START);
  }

  private Pace pace() {
    return new Pace(cells, "romashka", "amo/pace", Duration.ofMillis(143), 7, budget);
  }
}
