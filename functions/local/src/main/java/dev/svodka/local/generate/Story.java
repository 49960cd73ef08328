package dev.svodka.local.generate;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One item's life being told: keeps the time and the owner, and gives an event for each turn. */
final class Story {
  private static final double LATE = 0.01;
  private static final double HANDED_OVER = 0.04;
  private static final List<String> OWNERS =
      List.of("504141", "504142", "504143", "504144", "504145", "504146", "504147", "504148");

  private final String account;
  private final Instant end;
  private final Chance chance;
  private final Consumer<ChangeEvent> sink;
  private final ItemRef item;
  private final @Nullable ItemRef parent;
  private final @Nullable String pipeline;
  private Instant now;
  private String owner;
  private final SortedMap<String, String> fields = new TreeMap<>();

  Story(
      Telling telling,
      ItemRef item,
      @Nullable ItemRef parent,
      @Nullable String pipeline,
      Instant begin) {
    this.account = telling.account();
    this.end = telling.end();
    this.chance = telling.chance();
    this.sink = telling.sink();
    this.item = item;
    this.parent = parent;
    this.pipeline = pipeline;
    this.now = begin;
    this.owner = chance.oneOf(OWNERS);
  }

  /** What all stories of one number share. */
  record Telling(String account, Instant end, Chance chance, Consumer<ChangeEvent> sink) {}

  Chance chance() {
    return chance;
  }

  Instant now() {
    return now;
  }

  ItemRef item() {
    return item;
  }

  boolean over() {
    return !now.isBefore(end);
  }

  /** Time goes by in the office; now and then somebody else takes the item over. */
  void wait(Duration median, double spread) {
    now = OfficeHours.after(now, chance.around(median, spread), chance);
    if (chance.of(HANDED_OVER)) {
      owner = chance.oneOf(OWNERS);
      tell(event(Kind.ASSIGNED));
    }
  }

  void moveTo(String stage) {
    tell(event(Kind.MOVED).stage(stage));
  }

  /**
   * From now on each event tells the field: in a table a cell left empty would tell it to be empty.
   */
  void field(String name, String value) {
    fields.put(name, value);
  }

  ChangeEventBuilder event(Kind kind) {
    ChangeEventBuilder event =
        ChangeEvent.of(account, SourceKind.CSV, Via.FILE, item, kind)
            .pipeline(pipeline)
            .parent(kind == Kind.CREATED ? parent : null)
            .owner(owner)
            .occurredAt(now);
    fields.forEach(event::field);
    return event;
  }

  void tell(ChangeEventBuilder event) {
    if (over()) {
      return;
    }
    if (chance.of(LATE)) {
      event.receivedAt(now.plus(chance.around(Duration.ofHours(30), 0.8)));
    }
    sink.accept(event.build());
  }
}
