package dev.svodka.source.bitrix24;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What people do: tasks with the two stages {@code open} and {@code done}, and contacts with an
 * item, by calls, meetings, letters, messages and comments. A task that is done is also a contact
 * with the item that it hangs on. Texts, subjects and addresses are never read.
 */
final class Work {
  private static final String OPEN = "open";
  private static final String DONE = "done";

  /** Finished; 4 is finished and waits for whoever has set it. */
  private static final String FINISHED = "5";

  private static final String YES = "Y";
  private static final String PLANNED_BY_HAND = "CRM_TODO";

  private Work() {}

  /** A row of {@code tasks.task.list}: its creation, its state, and its end. */
  static void task(Row row, Sink sink) {
    ItemRef item = new ItemRef(Bitrix24Types.TASK, row.needed("id"));
    Optional<ItemRef> on = bound(row);
    boolean done = row.needed("status").equals(FINISHED);
    row.time("createdDate")
        .ifPresent(
            time ->
                sink.add(
                    sink.event(item, Kind.CREATED, time)
                        .stage(OPEN)
                        .actor(row.some("createdBy").orElse(null))));
    Instant changed = row.neededTime("changedDate");
    ChangeEventBuilder state =
        sink.event(item, Kind.CHANGED, changed)
            .stage(done ? DONE : OPEN)
            .owner(row.some("responsibleId").orElse(null))
            .parent(on.orElse(null))
            .actor(row.some("changedBy").orElse(null));
    row.time("deadline")
        .ifPresentOrElse(state::dueAt, () -> state.field(ChangeEvent.DUE_FIELD, ""));
    sink.add(state);
    if (done) {
      Instant end = row.time("closedDate").orElse(changed);
      String by = row.some("closedBy").orElse(null);
      sink.add(sink.event(item, Kind.MOVED, end).stage(DONE).stageBefore(OPEN).actor(by));
      on.ifPresent(touched -> sink.add(sink.event(touched, Kind.CONTACTED, end).actor(by)));
    }
  }

  /** A deal where the task hangs on several things. */
  private static Optional<ItemRef> bound(Row row) {
    return row.node().child("ufCrmTask").stream()
        .flatMap(codes -> codes.children().values().stream())
        .flatMap(code -> code.value().stream())
        .flatMap(code -> Bitrix24Types.bound(code).stream())
        .min(
            Comparator.comparing((ItemRef item) -> !item.type().equals(Bitrix24Types.DEAL))
                .thenComparing(ItemRef::type)
                .thenComparing(ItemRef::id));
  }

  /**
   * A row of {@code crm.activity.list}: a contact once it is done, at its own time; a to-do, whose
   * time is when it was to be done, when it was last changed.
   */
  static void activity(Row row, Sink sink) {
    Optional<String> provider = row.id("PROVIDER_ID");
    if (row.needed("TYPE_ID").equals("3") || provider.filter(Work::isTask).isPresent()) {
      sink.ignore(row.where(), "a task: the list of tasks tells it");
      return;
    }
    if (!row.node().text("COMPLETED").equals(Optional.of(YES))) {
      sink.ignore(row.where(), "not done yet");
      return;
    }
    Optional<ItemRef> on =
        row.some("OWNER_TYPE_ID")
            .flatMap(Bitrix24Types::ofEntityType)
            .flatMap(type -> row.some("OWNER_ID").map(id -> new ItemRef(type, id)));
    if (on.isEmpty()) {
      sink.ignore(row.where(), "it hangs on nothing");
      return;
    }
    Instant updated = row.neededTime("LAST_UPDATED");
    Instant own =
        provider.equals(Optional.of(PLANNED_BY_HAND))
            ? updated
            : row.time("START_TIME").or(() -> row.time("CREATED")).orElse(updated);
    sink.add(
        sink.event(on.get(), Kind.CONTACTED, own.isAfter(updated) ? updated : own)
            .actor(row.some("RESPONSIBLE_ID").orElse(null)));
  }

  private static boolean isTask(String provider) {
    return provider.equals("TASKS") || provider.startsWith("CRM_TASKS");
  }

  /** A row of {@code crm.timeline.comment.list} of this item. */
  static void comment(ItemRef item, Row row, Sink sink) {
    sink.add(
        sink.event(item, Kind.CONTACTED, row.neededTime("CREATED"))
            .actor(row.some("AUTHOR_ID").orElse(null)));
  }
}
