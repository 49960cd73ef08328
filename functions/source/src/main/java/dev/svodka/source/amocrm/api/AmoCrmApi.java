package dev.svodka.source.amocrm.api;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.Via;
import dev.svodka.source.Parsed;
import dev.svodka.source.Sink;
import dev.svodka.source.amocrm.Cards;
import dev.svodka.source.amocrm.Element;
import dev.svodka.source.amocrm.Invoices;
import dev.svodka.source.amocrm.ItemTypes;
import dev.svodka.source.amocrm.Tasks;
import dev.svodka.source.amocrm.Terms;
import dev.svodka.source.amocrm.Unsorted;
import dev.svodka.source.form.FormNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the rows of API v4's lists give. The cards of lists go through the readers of the webhooks,
 * so that what both tell in the same words is one event; each row is read whole or rejected.
 */
public final class AmoCrmApi {
  /** Won and lost, the same in every pipeline. */
  private static final Set<String> CLOSED = Set.of("142", "143");

  private final Business business;
  private final LiveSource source;
  private final Terms terms;

  public AmoCrmApi(Business business, LiveSource source) {
    this.business = business;
    this.source = source;
    this.terms = new Terms(business);
  }

  /**
   * Rows of {@code /events}: what happened, when, from what to what.
   *
   * @param parents the entity that a task hangs on, by the task's id, for those that are known
   * @param invoiceCatalog the list that holds the invoices
   */
  public Parsed.Events events(
      List<FormNode> rows,
      FieldNames names,
      Map<String, ItemRef> parents,
      Optional<String> invoiceCatalog,
      Instant receivedAt) {
    Sink sink = sink(receivedAt);
    EventRows reader = new EventRows(terms, sink, names, parents, invoiceCatalog);
    each("events", rows, sink, reader::event);
    return sink.result();
  }

  /** Rows of {@code /leads}: state, creation, and the end of a lead that is closed. */
  public Parsed.Events leads(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    Cards cards = new Cards(terms, sink);
    each(
        "leads",
        rows,
        sink,
        lead -> {
          ItemRef item = lead.item(ItemTypes.DEAL);
          if (isTrue(lead, "is_deleted")) {
            sink.ignore(lead.where(), "in the trash: its event tells since when");
            return;
          }
          closed(item, lead, sink);
          cards.updated(item, lead);
        });
    return sink.result();
  }

  /** Rows of {@code /tasks}. */
  public Parsed.Events tasks(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    Tasks tasks = new Tasks(terms, sink);
    each("tasks", rows, sink, task -> tasks.listed(task.item(ItemTypes.TASK), task));
    return sink.result();
  }

  /** Rows of {@code /catalogs/…/elements}: invoices, and their payments where they are settled. */
  public Parsed.Events elements(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    Invoices invoices = new Invoices(terms, sink);
    each(
        "elements",
        rows,
        sink,
        element -> {
          if (!invoices.holds(element, false)) {
            sink.ignore(element.where(), "an element of another list than the invoices");
          } else if (isTrue(element, "is_deleted")) {
            sink.ignore(element.where(), "in the trash: its event tells since when");
          } else {
            ItemRef item = element.item(ItemTypes.INVOICE);
            invoices.updated(item, element);
            sink.whole(element.where() + "/payment", () -> invoices.paid(item, element));
          }
        });
    return sink.result();
  }

  /** Rows of {@code /leads/unsorted}: those that nobody has taken yet. */
  public Parsed.Events unsorted(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    Unsorted unsorted = new Unsorted(terms, sink);
    each("unsorted", rows, sink, request -> unsorted.added(Unsorted.item(request), request));
    return sink.result();
  }

  /** The entities that tasks hang on, by the task's id. */
  public Map<String, ItemRef> parents(List<FormNode> tasks) {
    Map<String, ItemRef> parents = new HashMap<>();
    for (FormNode row : tasks) {
      Element task = new Element("tasks", row, source.zone());
      task.id("id")
          .ifPresent(id -> ItemTypes.element(task).ifPresent(item -> parents.put(id, item)));
    }
    return parents;
  }

  /** In the very words of {@code lead_status_changed}, which the CRM may have forgotten. */
  private static void closed(ItemRef item, Element lead, Sink sink) {
    Optional<String> stage = lead.id("status_id").filter(CLOSED::contains);
    Optional<Instant> at = lead.time("closed_at");
    if (stage.isPresent() && at.isPresent()) {
      sink.add(
          sink.event(item, Kind.MOVED, at.get())
              .pipeline(lead.id("pipeline_id").orElse(null))
              .stage(stage.get()));
    }
  }

  private static boolean isTrue(Element element, String key) {
    return element.node().text(key).equals(Optional.of("true"));
  }

  private Sink sink(Instant receivedAt) {
    return new Sink(business.account(), source, Via.API, receivedAt);
  }

  private void each(String list, List<FormNode> rows, Sink sink, Consumer<Element> reader) {
    for (int i = 0; i < rows.size(); i++) {
      Element element = new Element(list + '/' + i, rows.get(i), source.zone());
      sink.whole(element.where(), () -> reader.accept(element));
    }
  }
}
