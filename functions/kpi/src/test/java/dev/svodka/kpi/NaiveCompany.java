package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same figures by walking through each deal's events one by one, without SQL: a second opinion
 * on the models. It knows the one process of {@link RandomCompany}.
 */
final class NaiveCompany {
  private static final List<String> FUNNEL = List.of("created", "B", "C", "W");

  final Map<String, Integer> counts = new TreeMap<>();
  final Map<String, List<Long>> stageTimes = new TreeMap<>();
  private final List<NaiveVerdicts.Life> lives = new ArrayList<>();
  private final long asOf;

  NaiveCompany(List<ChangeEvent> events, Instant asOf) {
    this.asOf = asOf.toEpochMilli();
    Map<String, List<ChangeEvent>> deals = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    events.stream()
        .filter(event -> event.occurredAt().isBefore(asOf))
        .sorted(
            Comparator.comparing(ChangeEvent::occurredAt)
                .thenComparing(event -> event.receivedAt())
                .thenComparingLong(ChangeEvent::seq)
                .thenComparing(ChangeEvent::eventId))
        .filter(event -> seen.add(event.eventId()))
        .forEach(
            event -> deals.computeIfAbsent(event.item().id(), id -> new ArrayList<>()).add(event));
    deals.values().forEach(deal -> new Deal().walk(deal));
    counts.putAll(new NaiveVerdicts(lives, this.asOf).counts());
  }

  private void count(String figure) {
    counts.merge(figure, 1, Integer::sum);
  }

  private final class Deal {
    private @Nullable String stage;
    private @Nullable String pipeline;
    private boolean gone;
    private boolean here;
    private boolean everHere;
    private boolean open = true;
    private @Nullable String outcome;
    private long entered;
    private boolean timed;
    private @Nullable Long outcomeAt;
    private long firstAt = Long.MAX_VALUE;
    private long lastAt;
    private @Nullable String hands;
    private int handovers;
    private boolean offered;
    private int sentBack;
    private String reason = "";
    private final TreeMap<String, Long> reached = new TreeMap<>();

    void walk(List<ChangeEvent> events) {
      Optional<Long> born =
          events.stream()
              .filter(event -> event.kind() == Kind.CREATED)
              .map(event -> event.occurredAt().toEpochMilli())
              .findFirst();
      for (ChangeEvent event : events) {
        step(event, born.isPresent());
      }
      if (!everHere) {
        return;
      }
      born.ifPresent(moment -> reached.put("created", moment));
      count(born.isPresent() ? "created" : "before");
      count(open ? (here ? "open" : "removed") : String.valueOf(outcome));
      if (here && stage != null) {
        count("standing " + stage);
      }
      born.ifPresent(this::cohort);
      lives.add(
          new NaiveVerdicts.Life(
              born,
              firstAt,
              lastAt,
              here,
              open ? Optional.empty() : Optional.ofNullable(outcome),
              Optional.ofNullable(outcomeAt),
              reached,
              handovers,
              offered,
              sentBack,
              reason));
    }

    private void step(ChangeEvent event, boolean born) {
      boolean wasHere = here;
      String before = stage;
      event.pipeline().ifPresent(told -> pipeline = told);
      switch (event.kind()) {
        case DELETED, MERGED -> gone = true;
        case MOVED, RESTORED -> gone = false;
        case CREATED, ASSIGNED, CHANGED, PAID, CONTACTED -> {}
      }
      event.stage().ifPresent(told -> stage = told);
      here = !gone && "P1".equals(pipeline);
      long moment = event.occurredAt().toEpochMilli();
      told(event, here || wasHere, moment);
      boolean entry =
          here && (!wasHere || (event.stage().isPresent() && !event.stage().get().equals(before)));
      if (wasHere && (entry || !here)) {
        leave(before, moment);
      }
      if (entry) {
        everHere = true;
        enter(event.kind(), before, moment, born);
      }
    }

    private void told(ChangeEvent event, boolean seen, long moment) {
      String owner = event.owner().orElse("");
      if (!owner.isEmpty()) {
        handovers += seen && hands != null && !hands.equals(owner) ? 1 : 0;
        hands = owner;
      }
      reason = event.fields().getOrDefault("reason", reason);
      if (seen) {
        firstAt = Math.min(firstAt, moment);
        lastAt = moment;
      }
    }

    private void leave(@Nullable String left, long moment) {
      if (left != null && timed && !left.equals("W") && !left.equals("L")) {
        stageTimes.computeIfAbsent(left, name -> new ArrayList<>()).add(moment - entered);
      }
    }

    private void enter(Kind kind, @Nullable String before, long moment, boolean born) {
      entered = moment;
      boolean dated =
          kind == Kind.CREATED || kind == Kind.MOVED || kind == Kind.RESTORED || before != null;
      timed = dated && (born || before != null);
      String now = stage;
      if (now != null) {
        count("entries " + now);
        sentBack += offered && (now.equals("A") || now.equals("C")) ? 1 : 0;
        offered |= now.equals("B");
        if (dated) {
          reached.putIfAbsent(now, moment);
        } else {
          reached.put(now, Long.MIN_VALUE);
        }
      }
      boolean ends = "W".equals(now) || "L".equals(now);
      if (ends && !(kind == Kind.RESTORED && now != null && now.equals(before))) {
        open = false;
        outcomeAt = dated ? moment : null;
        outcome = "W".equals(now) ? "succeeded" : "failed";
      } else if (!ends && (kind == Kind.MOVED || kind == Kind.RESTORED)) {
        open = true;
      }
    }

    private void cohort(long born) {
      boolean oldEnough = born + 10 * 86_400_000L <= asOf;
      for (int i = 0; i < FUNNEL.size(); i++) {
        if (reached.containsKey(FUNNEL.get(i))) {
          count("reached " + FUNNEL.get(i));
        }
        boolean passed = false;
        boolean within = false;
        for (String later : FUNNEL.subList(i, FUNNEL.size())) {
          Long moment = reached.get(later);
          passed |= moment != null;
          within |= moment != null && moment != Long.MIN_VALUE && moment - born <= 10 * 86_400_000L;
        }
        if (passed) {
          count("passed " + FUNNEL.get(i));
        }
        if (oldEnough) {
          count("old");
          if (within) {
            count("within " + FUNNEL.get(i));
          }
        }
      }
    }
  }
}
