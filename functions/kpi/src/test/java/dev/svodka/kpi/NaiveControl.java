package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The control of the work: invoices called for, fields, tasks, links, contacts.
 *
 * @param in whether a local day lies in the period; empty: the day is not known
 */
record NaiveControl(NaiveState known, NaiveState end, Predicate<Optional<Long>> in) {
  private static final long DAY = NaiveState.DAY;

  /** As it all stands at a moment. */
  static NaiveControl of(List<ChangeEvent> events, Instant moment) {
    NaiveState state = new NaiveState(events, moment);
    return new NaiveControl(state, state, day -> true);
  }

  Map<String, Optional<Double>> figures() {
    Map<String, Optional<Double>> figures = new TreeMap<>();
    figures.put("invoices/issued_on_time_rate -", issuedInTime());
    figures.put("sales/fields_missing_rate offered.phone", missing("phone", "B", "C", "W"));
    figures.put("sales/fields_missing_rate won.inn", missing("inn", "W"));
    figures.put("sales/fields_missing_rate lost.phone", missing("phone", "L"));
    figures.put("sales/tasks_set_rate offered", tasksSet());
    figures.put("invoices/linked_rate -", linked("invoice"));
    figures.put("tasks/linked_rate -", linked("task"));
    figures.put("calls/linked_rate -", linked("call"));
    figures.put("sales/uncontacted_open -", Optional.of((double) uncontacted()));
    return figures;
  }

  private Optional<Double> issuedInTime() {
    List<Boolean> verdicts = new ArrayList<>();
    for (NaiveItem deal : known.of("deal").filter(NaiveControl::called).toList()) {
      OptionalLong issued = issued(known, deal);
      if (issued.isPresent() && in.test(Optional.of(NaiveState.day(issued.getAsLong())))) {
        verdicts.add(issued.getAsLong() <= deal.reached("C").orElseThrow() + DAY);
      }
    }
    notIssued().forEach(deal -> verdicts.add(false));
    return NaiveBooks.ratio(NaiveBooks.count(verdicts, inTime -> inTime), verdicts.size());
  }

  /** The deals that wait for their invoice for too long. */
  List<String> notIssued() {
    return end.of("deal")
        .filter(NaiveControl::called)
        .filter(deal -> deal.outcome != 2 && (deal.here || deal.outcome == 1))
        .filter(deal -> issued(end, deal).isEmpty())
        .filter(deal -> deal.reached("C").orElseThrow() + DAY < end.end)
        .map(deal -> deal.ref.id())
        .toList();
  }

  /** {@code milestone.field deal} of what was missing and still is. */
  List<String> fieldsToFill() {
    List<String> found = new ArrayList<>();
    for (NaiveItem deal : end.of("deal").filter(deal -> deal.here).toList()) {
      toFill(found, deal, "offered.phone", deal.outcome == 0, "B", "C", "W");
      toFill(found, deal, "won.inn", deal.outcome == 0 || lately(deal, 1, "W"), "W");
      toFill(found, deal, "lost.phone", deal.outcome == 0 || lately(deal, 2, "L"), "L");
    }
    return found;
  }

  private static void toFill(
      List<String> found, NaiveItem deal, String subject, boolean asked, String... stages) {
    String field = subject.substring(subject.indexOf('.') + 1);
    List<Long> reached = Stream.of(stages).flatMap(s -> deal.reached(s).stream()).toList();
    long moment = reached.stream().filter(m -> m >= 0).min(Long::compare).orElse(Long.MAX_VALUE);
    if (asked
        && !reached.isEmpty()
        && !deal.has(field, moment)
        && !deal.has(field, Long.MAX_VALUE)) {
      found.add(subject + " " + deal.ref.id());
    }
  }

  private boolean lately(NaiveItem deal, int outcome, String stage) {
    return deal.outcome == outcome
        && deal.reached(stage).filter(moment -> moment >= end.end - 30 * DAY).isPresent();
  }

  private static boolean called(NaiveItem deal) {
    return deal.reached("C").filter(moment -> moment >= 0).isPresent();
  }

  private static OptionalLong issued(NaiveState state, NaiveItem deal) {
    return state
        .hangingOn(deal, "invoice")
        .filter(invoice -> invoice.everHere)
        .mapToLong(invoice -> invoice.created.orElse(invoice.first))
        .min();
  }

  /** Of the deals that passed the first of these stages, by itself or by a later one. */
  private Optional<Double> missing(String field, String... stages) {
    List<Boolean> verdicts = new ArrayList<>();
    for (NaiveItem deal : known.of("deal").toList()) {
      LongSummaryStatistics passed =
          Stream.of(stages)
              .flatMap(stage -> deal.reached(stage).stream())
              .mapToLong(Long::longValue)
              .summaryStatistics();
      if (passed.getCount() > 0) {
        OptionalLong moment =
            Stream.of(stages)
                .flatMap(stage -> deal.reached(stage).stream())
                .mapToLong(Long::longValue)
                .filter(reached -> reached >= 0)
                .min();
        boolean dated = moment.isPresent();
        if (in.test(dated ? Optional.of(NaiveState.day(moment.getAsLong())) : Optional.empty())) {
          verdicts.add(!deal.has(field, moment.orElse(Long.MAX_VALUE)));
        }
      }
    }
    return NaiveBooks.ratio(NaiveBooks.count(verdicts, missing -> missing), verdicts.size());
  }

  private Optional<Double> tasksSet() {
    List<Boolean> verdicts = new ArrayList<>();
    for (NaiveItem deal : known.of("deal").toList()) {
      TreeSet<Long> moments = new TreeSet<>();
      deal.entries.stream()
          .filter(entry -> entry.stage().equals("B") && entry.dated())
          .forEach(entry -> moments.add(entry.moment()));
      for (long moment : moments) {
        long last = moment + 20 * DAY / 24;
        boolean set =
            known
                .hangingOn(deal, "task")
                .flatMap(task -> task.created.stream())
                .anyMatch(made -> made >= moment && made <= last);
        if (in.test(Optional.of(NaiveState.day(moment))) && (set || last < known.end)) {
          verdicts.add(set);
        }
      }
    }
    return NaiveBooks.ratio(NaiveBooks.count(verdicts, set -> set), verdicts.size());
  }

  private Optional<Double> linked(String type) {
    List<NaiveItem> items =
        known.of(type).filter(item -> in.test(item.created.map(NaiveState::day))).toList();
    return NaiveBooks.ratio(NaiveBooks.count(items, item -> item.parent.isPresent()), items.size());
  }

  private long uncontacted() {
    return end.of("deal")
        .filter(deal -> deal.here && deal.outcome == 0)
        .filter(
            deal ->
                Optional.ofNullable(deal.watchedSince)
                    .filter(since -> Math.max(since, touched(deal)) + 2 * DAY < end.end)
                    .isPresent())
        .count();
  }

  private long touched(NaiveItem deal) {
    LongStream contacts =
        deal.events.stream()
            .filter(event -> event.kind() == Kind.CONTACTED)
            .mapToLong(event -> event.occurredAt().toEpochMilli());
    LongStream tasks =
        end.hangingOn(deal, "task")
            .flatMap(task -> task.successes.stream())
            .mapToLong(Long::longValue);
    return LongStream.concat(contacts, tasks).max().orElse(0);
  }
}
