package dev.svodka.kpi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is judged of the lives of {@link NaiveCompany}'s deals: targets, rework, losses, age. */
record NaiveVerdicts(List<Life> lives, long asOf) {
  private static final long DAY = 86_400_000;

  /**
   * What a deal's events come to.
   *
   * @param outcome {@code succeeded} or {@code failed}; empty: open, or gone while open
   * @param reached the first moment in each stage; {@link Long#MIN_VALUE}: before it was first seen
   */
  record Life(
      Optional<Long> born,
      long firstAt,
      long lastAt,
      boolean here,
      Optional<String> outcome,
      Optional<Long> outcomeAt,
      SortedMap<String, Long> reached,
      int handovers,
      boolean offered,
      int sentBack,
      String reason) {
    long leftAt() {
      return outcome.isPresent() ? outcomeAt.orElse(lastAt) : lastAt;
    }
  }

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    Optional<Long> stale = stale();
    for (Life life : lives) {
      add(counts, "handover_rate", life.handovers > 0);
      counts.merge("reassignments_mean", life.handovers, Integer::sum);
      if (life.offered) {
        add(counts, "rework_rate", life.sentBack > 0);
        counts.merge("rounds_mean", 1 + life.sentBack, Integer::sum);
      }
      if (life.outcome.isPresent()) {
        add(counts, "first_pass_rate", life.sentBack == 0);
      } else if (life.here
          && stale.isPresent()
          && asOf - life.born.orElse(life.firstAt) > stale.get()) {
        counts.merge("stale_open", 1, Integer::sum);
      }
      if (life.outcome.equals(Optional.of("failed"))) {
        String reason = life.reason.isEmpty() ? "*none" : life.reason;
        counts.merge("loss_reasons" + reason, 1, Integer::sum);
      }
      interval(counts, life, "cycle", "created", "W", 7 * DAY);
      interval(counts, life, "answer", "B", "C", 2 * DAY);
    }
    return counts;
  }

  private void interval(
      Map<String, Integer> counts, Life life, String name, String from, String to, long target) {
    Long start = life.reached.get(from);
    if (start == null || start == Long.MIN_VALUE) {
      return;
    }
    Long end = life.reached.get(to);
    if (end != null) {
      if (end >= start) {
        add(counts, "interval_on_target" + name, end - start <= target);
        add(counts, "interval_on_target_closed" + name, end - start <= target);
      }
      return;
    }
    boolean dropped = life.outcome.isPresent() || !life.here;
    if ((dropped ? life.leftAt() : asOf) - start > target) {
      add(counts, "interval_on_target" + name, false);
      if (!dropped) {
        counts.merge("interval_overdue_open" + name, 1, Integer::sum);
      }
    }
  }

  /** The p90 of creation to outcome, between the two nearest. */
  private Optional<Long> stale() {
    List<Long> waits =
        lives.stream()
            .filter(life -> life.outcome.isPresent() && life.outcomeAt.isPresent())
            .filter(life -> life.born.isPresent())
            .map(life -> life.outcomeAt.orElseThrow() - life.born.orElseThrow())
            .filter(wait -> wait >= 0)
            .sorted()
            .toList();
    if (waits.isEmpty()) {
      return Optional.empty();
    }
    double place = 0.9 * (waits.size() - 1);
    int low = (int) place;
    long next = waits.get(Math.min(low + 1, waits.size() - 1));
    return Optional.of(waits.get(low) + (long) ((place - low) * (next - waits.get(low))));
  }

  private static void add(Map<String, Integer> counts, String figure, boolean hit) {
    counts.merge(figure, 1, Integer::sum);
    counts.merge(figure + " hits", hit ? 1 : 0, Integer::sum);
  }
}
