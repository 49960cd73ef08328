package dev.svodka.source.amocrm;

import dev.svodka.core.event.ItemRef;
import dev.svodka.source.Sink;
import dev.svodka.source.form.FormNode;
import java.util.List;

/** Leads each thing of a delivery to what reads it, by entity and action. */
final class Handlers {
  private static final int SHOWN = 40;

  private final Sink sink;
  private final Cards cards;
  private final Tasks tasks;
  private final Invoices invoices;
  private final Unsorted unsorted;
  private final Touches touches;

  Handlers(Terms terms, Sink sink) {
    this.sink = sink;
    cards = new Cards(terms, sink);
    tasks = new Tasks(terms, sink);
    invoices = new Invoices(terms, sink);
    unsorted = new Unsorted(terms, sink);
    touches = new Touches(sink);
  }

  void entity(Entity entity, FormNode actions) {
    if (actions.children().isEmpty()) {
      sink.reject(entity.key(), "has no action");
    }
    actions
        .children()
        .forEach(
            (key, action) ->
                Action.of(key)
                    .ifPresentOrElse(
                        known -> action(entity, known, action),
                        () ->
                            sink.reject(
                                entity.key() + "/" + printable(key), "an action that is unknown")));
  }

  private void action(Entity entity, Action action, FormNode node) {
    String where = entity.key() + "/" + action.key();
    List<Element> elements = Elements.under(where, node, sink.source().zone());
    if (elements.isEmpty()) {
      sink.reject(where, "tells of nothing");
    }
    for (Element element : elements) {
      boolean read = sink.whole(element.where(), () -> element(entity, action, element));
      if (entity == Entity.CATALOGS && read && action != Action.DELETE) {
        sink.whole(element.where() + "/payment", () -> payment(element));
      }
    }
  }

  private void element(Entity entity, Action action, Element element) {
    switch (entity) {
      case LEADS -> card(ItemTypes.DEAL, action, element);
      case CONTACTS ->
          card(
              element
                  .node()
                  .text("type")
                  .filter(ItemTypes.COMPANY::equals)
                  .orElse(ItemTypes.CONTACT),
              action,
              element);
      case COMPANIES -> card(ItemTypes.COMPANY, action, element);
      case CUSTOMERS -> card(ItemTypes.CUSTOMER, action, element);
      case TASK -> task(action, element);
      case CATALOGS -> invoice(action, element);
      case UNSORTED -> unsorted(action, element);
      case MESSAGE, OUTGOING_MESSAGE -> touches.message(element);
      case TALK -> sink.ignore(element.where(), "a talk changes no item; its messages are told");
    }
  }

  private void card(String type, Action action, Element element) {
    if (action == Action.NOTE) {
      touches.note(type, element);
      return;
    }
    ItemRef item = element.item(type);
    switch (action) {
      case ADD -> cards.added(item, element);
      case UPDATE -> cards.updated(item, element);
      case STATUS -> cards.moved(item, element);
      case RESPONSIBLE -> cards.assigned(item, element);
      case RESTORE -> cards.restored(item, element);
      case DELETE -> sink.deleted(item);
      case MAIL_IN -> touches.mail(item, element);
      case NOTE -> throw new IllegalStateException("notes are read above");
    }
  }

  private void task(Action action, Element element) {
    ItemRef item = element.item(ItemTypes.TASK);
    switch (action) {
      case ADD -> tasks.added(item, element);
      case UPDATE, STATUS, RESTORE -> tasks.updated(item, element);
      case RESPONSIBLE -> tasks.assigned(item, element);
      case DELETE -> sink.deleted(item);
      case NOTE, MAIL_IN -> unknown(element);
    }
  }

  private void invoice(Action action, Element element) {
    if (!invoices.holds(element, action == Action.DELETE)) {
      sink.ignore(element.where(), "an element of another list than the invoices");
      return;
    }
    ItemRef item = element.item(ItemTypes.INVOICE);
    switch (action) {
      case ADD -> invoices.added(item, element);
      case UPDATE -> invoices.updated(item, element);
      case DELETE -> sink.deleted(item);
      case STATUS, RESPONSIBLE, RESTORE, NOTE, MAIL_IN -> unknown(element);
    }
  }

  /** Apart from the invoice, so that a payment that cannot be read does not cost the invoice. */
  private void payment(Element element) {
    if (invoices.holds(element, false)) {
      invoices.paid(element.item(ItemTypes.INVOICE), element);
    }
  }

  private void unsorted(Action action, Element element) {
    ItemRef item = Unsorted.item(element);
    switch (action) {
      case ADD -> unsorted.added(item, element);
      case UPDATE -> unsorted.updated(item, element);
      case DELETE -> unsorted.deleted(item, element);
      case STATUS, RESPONSIBLE, RESTORE, NOTE, MAIL_IN -> unknown(element);
    }
  }

  private void unknown(Element element) {
    sink.reject(element.where(), "an action that is unknown for this entity");
  }

  /** A key of a stranger, fit for a log. */
  static String printable(String key) {
    String plain = key.replaceAll("[^A-Za-z0-9_]", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
