package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svodka.core.event.ChangeEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The SQL against a plain second implementation, on random small companies. */
class SecondOpinionTest {
  private static final Map<String, String> MILESTONES =
      Map.of("created", "created", "B", "offered", "C", "agreed", "W", "won");

  @Test
  void bothImplementationsAgree() {
    for (long seed = 100; seed < 112; seed++) {
      Instant asOf = Instant.parse("2026-03-15T23:00:00Z").plusSeconds(seed * 100_003 % 3_000_000);
      List<ChangeEvent> events = RandomCompany.events(seed, 40);
      NaiveCompany naive = new NaiveCompany(events, asOf);
      Company company = new Company(RandomCompany.BUSINESS).file(events);
      try (KpiRun run = company.run(company.options().asOf(asOf))) {
        assertThat(run.brokenInvariants()).as("seed %d", seed).isEmpty();
        compare(new Figures(run, "sales"), naive, "seed " + seed);
      }
    }
  }

  private static void compare(Figures figures, NaiveCompany naive, String seed) {
    for (String kpi : List.of("created", "succeeded", "failed", "open", "removed")) {
      same(seed + " " + kpi, naive.counts.get(kpi), figures.value(kpi));
    }
    for (String stage : List.of("A", "B", "C", "W", "L")) {
      same(seed + stage, naive.counts.get("entries " + stage), figures.subject("entries", stage));
      same(seed + stage, naive.counts.get("standing " + stage), figures.subject("standing", stage));
      List<Long> times = naive.stageTimes.getOrDefault(stage, List.of());
      assertThat(figures.subject("stage_time_n", stage).orElse(0.0))
          .as(seed + " stage_time_n " + stage)
          .isEqualTo(times.size());
      if (!times.isEmpty()) {
        double mean = times.stream().mapToLong(Long::longValue).average().orElseThrow() / 3_600_000;
        assertThat(figures.subject("stage_time_mean", stage).orElseThrow())
            .isCloseTo(mean, within(1e-6 * Math.max(1, mean)));
        assertThat(figures.subject("stage_time_median", stage).orElseThrow())
            .isCloseTo(median(times), within(1e-6 * Math.max(1, mean)));
      }
    }
    verdicts(figures, naive, seed);
    MILESTONES.forEach(
        (stage, milestone) -> {
          same(
              seed + stage,
              naive.counts.get("reached " + stage),
              figures.subject("reached", milestone));
          same(
              seed + stage,
              naive.counts.get("passed " + stage),
              figures.subject("passed", milestone));
          KpiRow fast = figures.row("conversion_within", Optional.of(milestone), "all", Map.of());
          same(
              seed + " within " + stage,
              naive.counts.get("within " + stage),
              fast.numerator().map(BigDecimal::doubleValue));
        });
  }

  private static void verdicts(Figures figures, NaiveCompany naive, String seed) {
    for (String kpi : List.of("handover_rate", "rework_rate", "first_pass_rate")) {
      ratio(figures, naive, seed, kpi, Optional.empty());
    }
    for (String interval : List.of("cycle", "answer")) {
      ratio(figures, naive, seed, "interval_on_target", Optional.of(interval));
      ratio(figures, naive, seed, "interval_on_target_closed", Optional.of(interval));
      String overdue = "interval_overdue_open";
      same(
          seed + overdue + interval,
          naive.counts.get(overdue + interval),
          figures.subject(overdue, interval));
    }
    for (String reason : List.of("price", "time", "*none")) {
      same(
          seed + reason,
          naive.counts.get("loss_reasons" + reason),
          figures.subject("loss_reasons", reason));
    }
    same(seed + " stale", naive.counts.get("stale_open"), figures.value("stale_open"));
    for (String mean : List.of("reassignments_mean", "rounds_mean")) {
      KpiRow row = figures.row(mean, Optional.empty(), "all", Map.of());
      double sum = Objects.requireNonNullElse(naive.counts.get(mean), 0);
      assertThat(row.value().map(BigDecimal::doubleValue).orElse(0.0) * row.n().orElse(0L))
          .as(seed + mean)
          .isCloseTo(sum, within(1e-6 * Math.max(1, sum)));
    }
  }

  private static void ratio(
      Figures figures, NaiveCompany naive, String seed, String kpi, Optional<String> subject) {
    KpiRow row = figures.row(kpi, subject, "all", Map.of());
    String figure = kpi + subject.orElse("");
    same(
        seed + figure,
        naive.counts.get(figure + " hits"),
        row.numerator().map(BigDecimal::doubleValue));
    same(
        seed + figure + " of",
        naive.counts.get(figure),
        row.denominator().map(BigDecimal::doubleValue));
  }

  private static double median(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    return median / 3_600_000;
  }

  private static void same(
      String what, @org.jspecify.annotations.Nullable Integer naive, Optional<Double> ours) {
    assertThat(ours.orElse(0.0)).as(what).isEqualTo(naive == null ? 0 : naive);
  }
}
