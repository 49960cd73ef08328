package dev.svodka.source.amocrm;

import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tasks: two stages, {@code open} and {@code done}, a deadline, and the entity they hang on. A task
 * that is done is also a contact with that entity.
 */
public final class Tasks {
  private static final String OPEN = "open";
  private static final String DONE = "done";

  private final Terms terms;
  private final Sink sink;

  public Tasks(Terms terms, Sink sink) {
    this.terms = terms;
    this.sink = sink;
  }

  public void added(ItemRef item, Element task) {
    Instant time = Cards.created(task).or(() -> Cards.changed(task)).orElse(sink.receivedAt());
    sink.add(
        state(task, sink.event(item, Kind.CREATED, time))
            .stage(done(task) ? DONE : OPEN)
            .actor(Cards.creator(task)));
  }

  /** A finished task may be told of again: a move to where it stands is none for the figures. */
  void updated(ItemRef item, Element task) {
    if (!done(task)) {
      sink.add(later(item, Kind.CHANGED, task).stage(OPEN));
      return;
    }
    sink.add(later(item, Kind.MOVED, task).stage(DONE).stageBefore(OPEN));
    boolean byThisUpdate = !task.node().text("action_close").equals(Optional.of("0"));
    if (byThisUpdate) {
      ItemTypes.element(task)
          .ifPresent(
              touched ->
                  sink.add(
                      sink.event(touched, Kind.CONTACTED, changed(task))
                          .actor(Cards.editor(task))));
    }
  }

  /** As a list of the API shows it: who finished it when is for the task's own events to tell. */
  public void listed(ItemRef item, Element task) {
    if (done(task)) {
      sink.add(later(item, Kind.MOVED, task).stage(DONE).stageBefore(OPEN));
    } else {
      sink.add(later(item, Kind.CHANGED, task).stage(OPEN));
    }
  }

  /**
   * Finished, as an event of the API tells it.
   *
   * @param touched the entity that the task hangs on
   */
  public void completed(
      ItemRef item, Optional<ItemRef> touched, Instant time, @Nullable String actor) {
    sink.add(
        sink.event(item, Kind.MOVED, time)
            .stage(DONE)
            .stageBefore(OPEN)
            .parent(touched.orElse(null))
            .actor(actor));
    touched.ifPresent(on -> sink.add(sink.event(on, Kind.CONTACTED, time).actor(actor)));
  }

  void assigned(ItemRef item, Element task) {
    sink.add(later(item, Kind.ASSIGNED, task).stage(done(task) ? DONE : OPEN));
  }

  private ChangeEventBuilder later(ItemRef item, Kind kind, Element task) {
    Cards.creation(item, task, sink);
    return state(task, sink.event(item, kind, changed(task))).actor(Cards.editor(task));
  }

  private Instant changed(Element task) {
    return Cards.changed(task).orElse(sink.receivedAt());
  }

  private ChangeEventBuilder state(Element task, ChangeEventBuilder event) {
    event
        .parent(ItemTypes.element(task).orElse(null))
        .owner(task.person("responsible_user_id").orElse(null));
    task.node()
        .text("complete_till")
        .ifPresent(text -> Terms.due(task.readTime("complete_till", text), event));
    terms.keep(ItemTypes.TASK, task, CustomField.of(task.node()), event);
    return event;
  }

  private static boolean done(Element task) {
    return task.node().text("status").equals(Optional.of("1"))
        || task.node().text("action_close").equals(Optional.of("1"))
        || task.node().text("is_completed").equals(Optional.of("true"));
  }
}
