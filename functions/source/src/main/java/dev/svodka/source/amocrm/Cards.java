package dev.svodka.source.amocrm;

import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What leads, contacts, companies and customers have in common: a card with a person in charge and,
 * for leads, a stage and a price.
 *
 * <p>Each event tells the state of the card as the delivery shows it. A stage on a {@code changed}
 * event is state and no move: the hook of the same click tells the move, and where that was lost
 * the CRM's own record fills it in.
 */
public final class Cards {
  private final Terms terms;
  private final Sink sink;

  public Cards(Terms terms, Sink sink) {
    this.terms = terms;
    this.sink = sink;
  }

  public void added(ItemRef item, Element card) {
    Instant time = created(card).or(() -> changed(card)).orElse(sink.receivedAt());
    sink.add(state(item, card, sink.event(item, Kind.CREATED, time)).actor(creator(card)));
  }

  public void updated(ItemRef item, Element card) {
    sink.add(later(item, Kind.CHANGED, card));
  }

  public void moved(ItemRef item, Element card) {
    require(card, "status_id");
    sink.add(later(item, Kind.MOVED, card).stageBefore(card.id("old_status_id").orElse(null)));
  }

  public void assigned(ItemRef item, Element card) {
    require(card, "responsible_user_id");
    sink.add(later(item, Kind.ASSIGNED, card));
  }

  public void restored(ItemRef item, Element card) {
    sink.add(later(item, Kind.RESTORED, card));
  }

  private ChangeEventBuilder later(ItemRef item, Kind kind, Element card) {
    creation(item, card, sink);
    Instant time = changed(card).orElse(sink.receivedAt());
    return state(item, card, sink.event(item, kind, time)).actor(editor(card));
  }

  private ChangeEventBuilder state(ItemRef item, Element card, ChangeEventBuilder event) {
    List<CustomField> customFields = CustomField.of(card.node());
    event
        .pipeline(card.id("pipeline_id").orElse(null))
        .stage(card.id("status_id").orElse(null))
        .owner(card.person("responsible_user_id").orElse(null));
    terms.amount(card.node().text("price"), "price", card, event);
    terms.due(item.type(), card, customFields, event);
    terms.keep(item.type(), card, customFields, event);
    return event;
  }

  /** The creation of which a later delivery tells: of its owner and stage nothing is known. */
  public static void creation(ItemRef item, Element card, Sink sink) {
    created(card)
        .ifPresent(time -> sink.add(sink.event(item, Kind.CREATED, time).actor(creator(card))));
  }

  public static Optional<Instant> created(Element card) {
    return card.time("created_at", "date_create");
  }

  public static Optional<Instant> changed(Element card) {
    return card.time("last_modified", "updated_at");
  }

  public static @Nullable String creator(Element card) {
    return card.id("created_user_id").or(() -> card.id("created_by")).orElse(null);
  }

  public static @Nullable String editor(Element card) {
    return card.id("modified_user_id").or(() -> card.id("updated_by")).orElse(null);
  }

  private static void require(Element card, String key) {
    if (card.id(key).isEmpty()) {
      throw card.bad(key, "is missing");
    }
  }
}
