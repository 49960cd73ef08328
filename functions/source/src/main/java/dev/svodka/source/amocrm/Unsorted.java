package dev.svodka.source.amocrm;

import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.time.Instant;
import java.util.Optional;

/**
 * Incoming leads before somebody takes them: stage {@code open}, then {@code accepted} (parent: the
 * deal that it became) or {@code declined}. The form's content, all of it personal, is dropped.
 */
public final class Unsorted {
  private final Terms terms;
  private final Sink sink;

  public Unsorted(Terms terms, Sink sink) {
    this.terms = terms;
    this.sink = sink;
  }

  public static ItemRef item(Element request) {
    return request
        .id("uid")
        .map(uid -> new ItemRef(ItemTypes.UNSORTED, uid))
        .orElseGet(() -> request.item(ItemTypes.UNSORTED));
  }

  public void added(ItemRef item, Element request) {
    Instant time = created(request).orElse(sink.receivedAt());
    sink.add(state(request, sink.event(item, Kind.CREATED, time)).stage("open"));
  }

  void updated(ItemRef item, Element request) {
    created(request).ifPresent(time -> sink.add(sink.event(item, Kind.CREATED, time)));
    Instant time = Cards.changed(request).orElse(sink.receivedAt());
    sink.add(state(request, sink.event(item, Kind.CHANGED, time)));
  }

  /** Accepting and declining come as deletions; when it was done is not told. */
  void deleted(ItemRef item, Element request) {
    created(request).ifPresent(time -> sink.add(sink.event(item, Kind.CREATED, time)));
    String action = request.node().text("action").orElse("");
    ChangeEventBuilder event =
        switch (action) {
          case "accept" -> sink.event(item, Kind.MOVED, sink.receivedAt()).stage("accepted");
          case "decline" -> sink.event(item, Kind.MOVED, sink.receivedAt()).stage("declined");
          default -> sink.event(item, Kind.DELETED, sink.receivedAt());
        };
    sink.add(event.parent(resultingDeal(request, action).orElse(null)));
  }

  private ChangeEventBuilder state(Element request, ChangeEventBuilder event) {
    event
        .pipeline(request.id("pipeline_id").orElse(null))
        .parent(lead(request).flatMap(lead -> deal(lead.node().text("id"))).orElse(null));
    terms.keep(ItemTypes.UNSORTED, request, CustomField.of(request.node()), event);
    return event;
  }

  private static Optional<Instant> created(Element request) {
    return Cards.created(request)
        .or(() -> lead(request).flatMap(Cards::created))
        .or(() -> part(request, "source_data").flatMap(data -> data.time("date")));
  }

  private static Optional<Element> lead(Element request) {
    return part(request, "data")
        .flatMap(data -> data.node().child("leads"))
        .flatMap(leads -> leads.children().values().stream().findFirst())
        .map(node -> new Element(request.where(), node, request.zone()));
  }

  private static Optional<Element> part(Element request, String key) {
    return request
        .node()
        .child(key)
        .map(node -> new Element(request.where(), node, request.zone()));
  }

  private static Optional<ItemRef> resultingDeal(Element request, String action) {
    return request
        .node()
        .child(action + "_result")
        .flatMap(result -> result.child("leads"))
        .flatMap(leads -> leads.children().values().stream().findFirst())
        .flatMap(first -> deal(first.value()));
  }

  private static Optional<ItemRef> deal(Optional<String> id) {
    return id.filter(Element::isId).map(told -> new ItemRef(ItemTypes.DEAL, told));
  }
}
