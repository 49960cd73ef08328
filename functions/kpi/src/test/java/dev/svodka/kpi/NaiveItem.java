package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One item of {@link RandomBooks} as its events leave it, walked one by one up to some moment. */
final class NaiveItem {
  private static final Map<String, Integer> ENDS =
      Map.of("W", 1, "Done", 1, "L", 2, "Void", 2, "Dropped", 2);

  /** An entry into a stage; undated: the item was there before it was first seen. */
  record Entry(String stage, long moment, boolean dated) {}

  /** A deadline told; empty: told that there is none. */
  record Due(long told, Optional<Instant> moment) {}

  final ItemRef ref;
  final List<ChangeEvent> events = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();
  final List<Long> successes = new ArrayList<>();
  final List<Due> dues = new ArrayList<>();
  Optional<Long> created = Optional.empty();
  Optional<ItemRef> parent = Optional.empty();
  String ownerAtCreation = "";
  String owner = "";
  String currency = "CAD";
  @Nullable BigDecimal amount;
  @Nullable String stage;
  boolean gone;
  boolean here;
  boolean everHere;
  long first = Long.MAX_VALUE;
  long last;

  /** Since when the item is where it is among stages that are to be watched; null: it is not. */
  @Nullable Long watchedSince;

  /** 1 succeeded, 2 failed, 0 open. */
  int outcome;

  long outcomeAt;

  NaiveItem(ItemRef ref) {
    this.ref = ref;
  }

  void walk(ChangeEvent event) {
    events.add(event);
    boolean wasHere = here;
    String before = stage;
    long moment = event.occurredAt().toEpochMilli();
    tell(event, moment);
    here = !gone;
    boolean entry =
        here && (!wasHere || event.stage().filter(told -> !told.equals(before)).isPresent());
    if (entry) {
      everHere = true;
      enter(event.kind(), before, moment);
    }
    if (here || wasHere) {
      first = Math.min(first, moment);
      last = moment;
    }
    boolean watched = here && ("B".equals(stage) || "C".equals(stage));
    if (!watched) {
      watchedSince = null;
    } else if (watchedSince == null) {
      watchedSince = moment;
    }
  }

  private void tell(ChangeEvent event, long moment) {
    switch (event.kind()) {
      case DELETED, MERGED -> gone = true;
      case MOVED, RESTORED -> gone = false;
      case CREATED, ASSIGNED, CHANGED, PAID, CONTACTED -> {}
    }
    event.stage().ifPresent(told -> stage = told);
    event.owner().ifPresent(told -> owner = told);
    event.parent().ifPresent(told -> parent = Optional.of(told));
    if (event.kind() != Kind.PAID) {
      event.currency().ifPresent(told -> currency = told);
      event.amount().ifPresent(told -> amount = told);
    }
    if (event.dueAt().isPresent() || event.fields().containsKey("due_at")) {
      dues.add(new Due(moment, event.dueAt()));
    }
    if (event.kind() == Kind.CREATED && created.isEmpty()) {
      created = Optional.of(moment);
      ownerAtCreation = owner;
    }
  }

  private void enter(Kind kind, @Nullable String before, long moment) {
    boolean told = kind == Kind.MOVED || kind == Kind.RESTORED;
    boolean dated = told || kind == Kind.CREATED || before != null;
    if (stage != null) {
      entries.add(new Entry(stage, moment, dated));
    }
    Integer ends = stage == null ? null : ENDS.get(stage);
    if (ends == null) {
      outcome = told ? 0 : outcome;
    } else if (!(kind == Kind.RESTORED && stage != null && stage.equals(before))) {
      outcome = ends;
      outcomeAt = dated ? moment : -1;
      if (ends == 1 && dated) {
        successes.add(moment);
      }
    }
  }

  /** When the item first came to a stage; empty: never; -1: before it was first seen. */
  Optional<Long> reached(String name) {
    List<Entry> visits = entries.stream().filter(entry -> entry.stage.equals(name)).toList();
    return visits.stream()
        .filter(entry -> !entry.dated)
        .findFirst()
        .map(entry -> -1L)
        .or(() -> visits.stream().findFirst().map(Entry::moment));
  }

  /** The field as told last at or before a moment; told empty is empty. */
  boolean has(String field, long moment) {
    Map<String, String> told = new TreeMap<>();
    events.stream()
        .filter(event -> event.occurredAt().toEpochMilli() <= moment)
        .forEach(event -> told.putAll(event.fields()));
    return !told.getOrDefault(field, "").isEmpty();
  }
}
