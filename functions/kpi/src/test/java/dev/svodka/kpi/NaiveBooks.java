package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The figures of {@link RandomBooks} as kpis.md defines them, without SQL: for all time and by
 * month, flows as they are known at as-of, states as they were at the month's end.
 */
final class NaiveBooks {
  /** {@code kpi process subject period currency owner}: empty where the figure is not defined. */
  final Map<String, Optional<Double>> figures = new TreeMap<>();

  private static final List<String> CURRENCIES = List.of("CAD", "USD");

  private final NaiveState known;

  NaiveBooks(List<ChangeEvent> events, Instant asOf) {
    this.known = new NaiveState(events, asOf);
    period("all", day -> true, new NaiveState(List.of(), asOf), known);
    owners();
    YearMonth first = YearMonth.of(2025, 12);
    LocalDate last = LocalDate.ofInstant(asOf.minusMillis(1), NaiveState.ZONE);
    for (YearMonth month = first; !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
      Instant begin = month.atDay(1).atStartOfDay(NaiveState.ZONE).toInstant();
      Instant end = month.plusMonths(1).atDay(1).atStartOfDay(NaiveState.ZONE).toInstant();
      YearMonth now = month;
      period(
          month.toString(),
          day -> day.isPresent() && YearMonth.from(LocalDate.ofEpochDay(day.get())).equals(now),
          new NaiveState(events, begin),
          new NaiveState(events, end.isBefore(asOf) ? end : asOf));
    }
  }

  private void period(String name, Predicate<Optional<Long>> in, NaiveState begin, NaiveState end) {
    for (String currency : CURRENCIES) {
      new NaiveReceivables(known, begin, end, in, currency)
          .figures()
          .forEach((kpi, value) -> put(kpi, "invoices", name, currency, value));
    }
    put("days_to_pay_mean -", "invoices", name, "-", NaiveReceivables.daysToPay(known, in));
    for (String process : List.of("invoices", "tasks", "calls")) {
      deadlines(process, name, in, end);
    }
    new NaiveControl(known, end, in)
        .figures()
        .forEach(
            (kpi, value) ->
                put(
                    kpi.substring(kpi.indexOf('/') + 1),
                    kpi.substring(0, kpi.indexOf('/')),
                    name,
                    "-",
                    value));
  }

  private void owners() {
    NaiveState none = new NaiveState(List.of(), Instant.ofEpochMilli(known.end));
    for (String owner : List.of("ann", "bob", "eve", "")) {
      for (String currency : CURRENCIES) {
        new NaiveReceivables(known, none, known, day -> true, currency)
            .owned(owner)
            .forEach((kpi, sum) -> put(kpi, "invoices", "all", currency + "@" + owner, sum));
      }
    }
  }

  private void deadlines(
      String process, String name, Predicate<Optional<Long>> in, NaiveState end) {
    List<NaiveState.Deadline> all = known.deadlines(process);
    List<NaiveState.Deadline> here =
        all.stream().filter(d -> in.test(Optional.of(d.dueDay()))).toList();
    List<NaiveState.Deadline> due =
        here.stream()
            .filter(d -> d.passed(known.end) || (d.last().isEmpty() && passedAt(d)))
            .filter(d -> d.left().isEmpty() || !d.inTime(d.left().get()))
            .toList();
    List<NaiveState.Deadline> done = here.stream().filter(d -> d.done().isPresent()).toList();
    Predicate<NaiveState.Deadline> kept =
        d -> d.done().filter(moment -> d.inTime(moment)).isPresent();
    put("due -", process, name, "-", Optional.of((double) due.size()));
    put("late -", process, name, "-", Optional.of((double) count(due, kept.negate())));
    put("on_time_rate -", process, name, "-", ratio(count(due, kept), due.size()));
    put("on_time_rate_closed -", process, name, "-", ratio(count(done, kept), done.size()));
    put(
        "deadline_moved_rate -",
        process,
        name,
        "-",
        ratio(count(here, NaiveState.Deadline::moved), here.size()));
    List<NaiveState.Deadline> late = done.stream().filter(kept.negate()).toList();
    put("days_late_mean -", process, name, "-", mean(done));
    put("days_late_of_late_mean -", process, name, "-", mean(late));
    put("days_late_of_late_median -", process, name, "-", median(late));
    List<NaiveState.Deadline> ended =
        all.stream()
            .filter(d -> d.done().isPresent())
            .filter(d -> in.test(d.done().map(NaiveState::day)))
            .toList();
    long overdue =
        end.deadlines(process).stream()
            .filter(d -> d.done().isEmpty() && d.left().isEmpty() && d.passed(end.end))
            .count();
    put("overdue_open -", process, name, "-", Optional.of((double) overdue));
    put(
        "discipline -",
        process,
        name,
        "-",
        ratio(count(ended, kept), Math.toIntExact(ended.size() + overdue)));
  }

  /** A date's deadline has passed when its local day has ended, be it at this very moment. */
  private boolean passedAt(NaiveState.Deadline deadline) {
    return NaiveState.day(known.end) > deadline.dueDay();
  }

  private void put(
      String kpi, String process, String period, String currency, Optional<Double> value) {
    figures.put(process + " " + kpi + " " + period + " " + currency, value);
  }

  static <T> int count(Collection<T> all, Predicate<T> which) {
    return (int) all.stream().filter(which).count();
  }

  static Optional<Double> ratio(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
  }

  private static Optional<Double> mean(List<NaiveState.Deadline> all) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.stream().mapToDouble(NaiveState.Deadline::daysLate).sum() / all.size());
  }

  private static Optional<Double> median(List<NaiveState.Deadline> all) {
    List<Double> days = all.stream().map(NaiveState.Deadline::daysLate).sorted().toList();
    int size = days.size();
    return size == 0
        ? Optional.empty()
        : Optional.of((days.get((size - 1) / 2) + days.get(size / 2)) / 2);
  }
}
