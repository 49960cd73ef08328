package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.Act.Reason;
import dev.svodka.kpi.KpiItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One item that somebody has to do something about.
 *
 * @param acts why; at least one
 */
record Todo(KpiItem item, List<Act> acts) {
  private static final Set<Reason> BROKEN =
      EnumSet.of(Reason.INVOICE_OVERDUE, Reason.DEADLINE_PASSED);

  /** What is past its time for the longest first, then the most money. */
  static final Comparator<Todo> URGENT =
      Comparator.<Todo, Instant>comparing(todo -> todo.past().orElse(Instant.MAX))
          .thenComparing(todo -> todo.amount().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
          .thenComparing(todo -> todo.item().type())
          .thenComparing(todo -> todo.item().id());

  Todo {
    acts = List.copyOf(acts);
  }

  /** What it hangs on, such as the deal of a task. */
  Optional<KpiItem> parent() {
    return acts.getFirst().parent();
  }

  /** Since when it is too late or, where it has no deadline, is called for. */
  Optional<Instant> past() {
    return due().or(this::since);
  }

  /** Since when it is called for. */
  Optional<Instant> since() {
    return acts.stream().flatMap(act -> act.since().stream()).min(Comparator.naturalOrder());
  }

  /** The earliest moment of those that it had to be done by. */
  Optional<Instant> due() {
    return acts.stream().flatMap(act -> act.due().stream()).min(Comparator.naturalOrder());
  }

  /** Whole calendar days since it was too late, or since it was called for. */
  Optional<Long> days(LocalDate lastDay, ZoneId zone) {
    return past().map(past -> ChronoUnit.DAYS.between(LocalDate.ofInstant(past, zone), lastDay));
  }

  Optional<BigDecimal> amount() {
    return priced().flatMap(Act::amount);
  }

  Optional<String> currency() {
    return priced().flatMap(Act::currency);
  }

  private Optional<Act> priced() {
    return acts.stream().filter(act -> act.amount().isPresent()).findFirst();
  }

  boolean has(Reason reason) {
    return acts.stream().anyMatch(act -> act.reason() == reason);
  }

  /** A promise to somebody is broken: a deadline passed. */
  boolean broken() {
    return acts.stream().anyMatch(act -> breaks(act.reason()));
  }

  static boolean breaks(Reason reason) {
    return BROKEN.contains(reason);
  }
}
