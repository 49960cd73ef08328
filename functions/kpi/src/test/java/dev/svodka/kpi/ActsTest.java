package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.kpi.Act.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What has to be done is what the figures count, one row a count. */
class ActsTest {
  private static final long HOUR = 3600;
  private static final String NOBODY = "";

  @Test
  void eachReasonHasAsManyRowsAsItsFigureCounts() {
    Set<Reason> seen = new HashSet<>();
    for (long seed = 300; seed < 310; seed++) {
      Instant asOf = Instant.parse("2026-03-01T03:30:00Z").plusSeconds(seed * 7 % 31 * 17 * HOUR);
      List<ChangeEvent> events = RandomBooks.events(seed, 60);
      Company company = new Company(RandomBooks.BUSINESS).file(events);
      try (KpiRun run = company.run(company.options().asOf(asOf))) {
        List<Act> acts = run.acts();
        acts.forEach(act -> seen.add(act.reason()));
        assertThat(counts(acts)).as("seed %d", seed).isEqualTo(counted(run));
        assertThat(owed(acts)).as("seed %d", seed).isEqualTo(overdue(run));
        NaiveControl control = NaiveControl.of(events, asOf);
        assertThat(acts.stream().filter(a -> a.reason() == Reason.INVOICE_NOT_ISSUED))
            .as("seed %d", seed)
            .extracting(act -> act.item().id())
            .containsExactlyInAnyOrderElementsOf(control.notIssued());
        assertThat(acts.stream().filter(a -> a.reason() == Reason.FIELD_MISSING))
            .as("seed %d", seed)
            .extracting(act -> act.subject().orElse("") + " " + act.item().id())
            .containsExactlyInAnyOrderElementsOf(control.fieldsToFill());
        assertThat(acts).allSatisfy(act -> inThePast(act, asOf));
      }
    }
    for (long seed = 300; seed < 304; seed++) {
      Company company = new Company(RandomCompany.BUSINESS).file(RandomCompany.events(seed, 60));
      try (KpiRun run = company.run("2026-04-03T03:30:00Z")) {
        run.acts().forEach(act -> seen.add(act.reason()));
        assertThat(counts(run.acts())).as("seed %d", seed).isEqualTo(counted(run));
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Reason.values());
  }

  @Test
  void whatIsPastItsTimeForTheLongestComesFirst() {
    Company company = new Company(RandomBooks.BUSINESS).file(RandomBooks.events(311, 80));
    try (KpiRun run = company.run("2026-03-20T03:30:00Z")) {
      List<Instant> past = run.acts().stream().flatMap(act -> act.past().stream()).toList();
      assertThat(past).hasSizeGreaterThan(10).isSorted();
    }
  }

  private static void inThePast(Act act, Instant asOf) {
    act.due().ifPresent(due -> assertThat(due).isBefore(asOf));
    act.since().ifPresent(since -> assertThat(since).isBefore(asOf));
    assertThat(act.currency().isPresent()).isEqualTo(act.amount().isPresent());
  }

  /** {@code reason process subject} ▶ how many, of the reasons that a KPI counts as such. */
  private static Map<String, Long> counts(List<Act> acts) {
    Map<String, Long> counts = new TreeMap<>();
    for (Act act : acts) {
      if (act.reason() != Reason.FIELD_MISSING && act.reason() != Reason.INVOICE_NOT_ISSUED) {
        counts.merge(key(act.reason(), act.process(), act.subject()), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> counted(KpiRun run) {
    Map<String, Long> counts = new TreeMap<>();
    for (KpiRow row : run.rows()) {
      boolean whole = row.group().isEmpty() || row.group().keySet().equals(Set.of("currency"));
      long value = row.value().map(BigDecimal::longValue).orElse(0L);
      if (whole && row.period().equals("all") && value > 0) {
        reason(row)
            .ifPresent(
                reason ->
                    counts.merge(
                        key(
                            reason,
                            row.process(),
                            row.subject().filter(s -> reason == Reason.TARGET_PASSED)),
                        value,
                        Long::sum));
      }
    }
    return counts;
  }

  private static Optional<Reason> reason(KpiRow row) {
    return switch (row.kpi()) {
      case "uncontacted_open" -> Optional.of(Reason.NO_CONTACT);
      case "interval_overdue_open" -> Optional.of(Reason.TARGET_PASSED);
      case "overdue_open" ->
          row.process().equals("invoices") ? Optional.empty() : Optional.of(Reason.DEADLINE_PASSED);
      case "ageing_count" ->
          row.subject().equals(Optional.of("not_due"))
              ? Optional.empty()
              : Optional.of(Reason.INVOICE_OVERDUE);
      default -> Optional.empty();
    };
  }

  private static String key(Reason reason, String process, Optional<String> subject) {
    return reason.code() + " " + process + " " + subject.orElse("-");
  }

  private static Map<String, BigDecimal> owed(List<Act> acts) {
    Map<String, BigDecimal> owed = new TreeMap<>();
    acts.stream()
        .filter(act -> act.reason() == Reason.INVOICE_OVERDUE)
        .forEach(
            act ->
                owed.merge(
                    act.currency().orElse(NOBODY), act.amount().orElseThrow(), BigDecimal::add));
    return owed;
  }

  private static Map<String, BigDecimal> overdue(KpiRun run) {
    Map<String, BigDecimal> overdue = new TreeMap<>();
    for (KpiRow row : run.rows()) {
      if (row.kpi().equals("overdue")
          && row.period().equals("all")
          && row.group().keySet().equals(Set.of("currency"))) {
        row.value()
            .filter(value -> value.signum() > 0)
            .ifPresent(
                value -> overdue.put(row.group().values().iterator().next().orElse(NOBODY), value));
      }
    }
    return overdue;
  }
}
