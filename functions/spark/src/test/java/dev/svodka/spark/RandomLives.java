package dev.svodka.spark;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Condition;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Items of every process of a business that live at random: they wander over the stages that the
 * business names, are paid, told twice, deleted and restored, and tell the fields that it reads.
 */
final class RandomLives {
  static final Instant END = Instant.parse("2026-06-14T21:00:00Z");

  private static final Duration HISTORY = Duration.ofDays(150);
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<String> OWNERS = List.of("504141", "504142", "504143", "");

  private final Business business;
  private final SplittableRandom random;
  private final List<ChangeEvent> events = new ArrayList<>();

  RandomLives(Business business, long seed) {
    this.business = business;
    this.random = new SplittableRandom(seed);
  }

  /** The events of so many items, in no order. */
  List<ChangeEvent> events(int items) {
    List<BusinessProcess> processes = List.copyOf(business.processes().values());
    for (int item = 0; item < items; item++) {
      live(processes.get(item % processes.size()), "i" + item);
    }
    return List.copyOf(events);
  }

  private void live(BusinessProcess process, String id) {
    ItemRef item = new ItemRef(process.items().type(), id);
    List<String> stages = Stream.concat(stages(process), Stream.of("elsewhere")).toList();
    Instant moment = END.minus(Duration.ofMinutes(random.nextLong(HISTORY.toMinutes())));
    int steps = 1 + random.nextInt(9);
    for (int step = 0; step < steps; step++) {
      Kind kind =
          step == 0 && random.nextInt(8) > 0
              ? Kind.CREATED
              : random.nextBoolean() ? Kind.MOVED : pick(KINDS);
      tell(process, item, kind, moment, pick(stages));
      moment = moment.plusSeconds((long) random.nextInt(4) * random.nextInt(400_000));
    }
  }

  /** What was told by a hook is, now and then, told by the API again. */
  private void tell(
      BusinessProcess process, ItemRef item, Kind kind, Instant moment, String stage) {
    ChangeEventBuilder hook = event(process, item, kind, moment, stage, Via.HOOK);
    details(process, hook);
    events.add(hook.build());
    if (random.nextInt(6) == 0) {
      Instant later = moment.plusSeconds(random.nextInt(900));
      events.add(event(process, item, kind, later, stage, Via.API).build());
    }
  }

  private ChangeEventBuilder event(
      BusinessProcess process, ItemRef item, Kind kind, Instant moment, String stage, Via via) {
    ChangeEventBuilder event =
        ChangeEvent.of(business.account(), SourceKind.AMOCRM, via, item, kind)
            .occurredAt(moment)
            .receivedAt(moment.plusSeconds(random.nextInt(100_000)))
            .seq(events.size());
    if (kind == Kind.MOVED || (kind == Kind.CREATED && random.nextBoolean())) {
      event.stage(stage);
    }
    if (kind == Kind.CREATED && !process.items().pipelines().isEmpty()) {
      event.pipeline(random.nextInt(9) > 0 ? process.items().pipelines().getFirst() : "other");
    }
    if (kind == Kind.PAID) {
      event.amount(amount()).currency(business.currency());
    }
    return event;
  }

  private void details(BusinessProcess process, ChangeEventBuilder event) {
    if (random.nextInt(3) == 0) {
      event.owner(pick(OWNERS));
    }
    if (random.nextInt(3) == 0) {
      event.amount(amount()).currency(pick(List.of(business.currency(), "EUR")));
    }
    if (random.nextInt(3) == 0) {
      event.dueAt(END.minus(Duration.ofHours(random.nextInt(2000))));
    }
    process
        .parent()
        .flatMap(parent -> Optional.ofNullable(business.processes().get(parent.process())))
        .map(parent -> new ItemRef(parent.items().type(), "i" + 8 * random.nextInt(40)))
        .ifPresent(event::parent);
    Stream.concat(
            process.fieldsRead().stream(),
            process.requiredFields().values().stream().flatMap(List::stream))
        .filter(field -> random.nextInt(3) == 0)
        .forEach(field -> event.field(field, value(process, field)));
  }

  private String value(BusinessProcess process, String field) {
    List<String> excluded = process.failureExcludes().getOrDefault(field, List.of());
    return switch (random.nextInt(4)) {
      case 0 -> excluded.isEmpty() ? "" : excluded.getFirst();
      case 1 -> "2026-0" + (1 + random.nextInt(6)) + "-1" + random.nextInt(10);
      case 2 -> "value " + random.nextInt(3);
      default -> "1" + random.nextInt(1_000) + ".50";
    };
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(random.nextInt(100, 1_000_000), 2);
  }

  private static Stream<String> stages(BusinessProcess process) {
    return process.milestones().stream()
        .flatMap(
            milestone ->
                switch (milestone.condition()) {
                  case Condition.EnteredStage entered -> entered.patterns().stream();
                  case Condition.LeftStages left -> left.patterns().stream();
                  case Condition.Created created -> Stream.empty();
                  case Condition.FieldDate date -> Stream.empty();
                  case Condition.PaidInFull paid -> Stream.empty();
                });
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
