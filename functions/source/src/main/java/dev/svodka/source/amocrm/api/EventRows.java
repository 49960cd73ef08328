package dev.svodka.source.amocrm.api;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import dev.svodka.source.amocrm.CustomField;
import dev.svodka.source.amocrm.Element;
import dev.svodka.source.amocrm.ItemTypes;
import dev.svodka.source.amocrm.Tasks;
import dev.svodka.source.amocrm.Terms;
import dev.svodka.source.form.FormNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code /events}: {@code created_at} is when it happened. */
final class EventRows {
  private static final String AFTER = "value_after";
  private static final String BEFORE = "value_before";
  private static final String INVOICE_STATUS = "BILL_STATUS";

  /** Somebody spoke or wrote to the customer, or noted that he did. */
  private static final Set<String> TOUCHES =
      Set.of(
          "incoming_call",
          "outgoing_call",
          "incoming_chat_message",
          "outgoing_chat_message",
          "incoming_sms",
          "outgoing_sms",
          "incoming_mail",
          "outgoing_mail",
          "common_note_added",
          "attachment_note_added");

  private final Terms terms;
  private final Sink sink;
  private final Tasks tasks;
  private final FieldNames names;
  private final Map<String, ItemRef> parents;
  private final Optional<String> invoiceCatalog;

  EventRows(
      Terms terms,
      Sink sink,
      FieldNames names,
      Map<String, ItemRef> parents,
      Optional<String> invoiceCatalog) {
    this.terms = terms;
    this.sink = sink;
    this.tasks = new Tasks(terms, sink);
    this.names = names;
    this.parents = parents;
    this.invoiceCatalog = invoiceCatalog;
  }

  void event(Element row) {
    Optional<String> itemType = itemType(row);
    if (itemType.isEmpty()) {
      sink.ignore(row.where(), "an event of an entity that no figure is about");
      return;
    }
    ItemRef item =
        new ItemRef(
            itemType.get(),
            row.id("entity_id").orElseThrow(() -> row.bad("entity_id", "is missing")));
    Instant time = row.time("created_at").orElseThrow(() -> row.bad("created_at", "is missing"));
    String type = row.node().text("type").orElse("");
    switch (type) {
      case "lead_status_changed" -> moved(item, time, row);
      case "customer_status_changed" ->
          id(row, AFTER, "customer_status", "id")
              .ifPresent(
                  stage ->
                      sink.add(
                          begin(item, Kind.MOVED, time, row)
                              .stage(stage)
                              .stageBefore(id(row, BEFORE, "customer_status", "id").orElse(null))));
      case "entity_responsible_changed" ->
          sink.add(
              begin(item, Kind.ASSIGNED, time, row)
                  .owner(
                      id(row, AFTER, "responsible_user", "id")
                          .filter(id -> !"0".equals(id))
                          .orElse("")));
      case "task_completed" ->
          tasks.completed(item, Optional.ofNullable(parents.get(item.id())), time, actor(row));
      case "task_deadline_changed" -> deadline(item, time, row);
      case "sale_field_changed" -> sale(item, time, row);
      case "custom_field_value_changed" -> fields(item, time, row);
      case "entity_merged" -> sink.add(begin(item, Kind.MERGED, time, row));
      default -> byItsName(type, item, time, row);
    }
  }

  private void byItsName(String type, ItemRef item, Instant time, Element row) {
    if (type.startsWith("custom_field_") && type.endsWith("_value_changed")) {
      fields(item, time, row);
    } else if (TOUCHES.contains(type)) {
      sink.add(begin(item, Kind.CONTACTED, time, row));
    } else if (type.contains("_note_") || type.contains("_tag_")) {
      sink.ignore(row.where(), "a note or a tag of the CRM's own is no contact");
    } else if (type.endsWith("_added") && isLife(type, item)) {
      sink.add(begin(item, Kind.CREATED, time, row));
    } else if (type.endsWith("_deleted") && isLife(type, item)) {
      sink.add(begin(item, Kind.DELETED, time, row));
    } else if (type.endsWith("_restored") && isLife(type, item)) {
      sink.add(begin(item, Kind.RESTORED, time, row));
    } else {
      sink.ignore(row.where(), "an event that changes no figure");
    }
  }

  /** {@code task_added} is a task's creation, {@code task_result_added} is not. */
  private static boolean isLife(String type, ItemRef item) {
    String what = type.substring(0, type.lastIndexOf('_'));
    return switch (what) {
      case "lead", "contact", "company", "customer", "task" -> true;
      default -> what.startsWith("catalog") && item.type().equals(ItemTypes.INVOICE);
    };
  }

  private void moved(ItemRef item, Instant time, Element row) {
    Optional<String> stage = id(row, AFTER, "lead_status", "id");
    Optional<String> pipeline = id(row, AFTER, "lead_status", "pipeline_id");
    Optional<String> stageBefore = id(row, BEFORE, "lead_status", "id");
    if (stage.isEmpty()) {
      throw row.bad("value_after", "tells no stage");
    }
    if (stage.equals(stageBefore)
        && pipeline.equals(id(row, BEFORE, "lead_status", "pipeline_id"))) {
      sink.ignore(row.where(), "a move to where the lead stands");
      return;
    }
    sink.add(
        begin(item, Kind.MOVED, time, row)
            .pipeline(pipeline.orElse(null))
            .stage(stage.get())
            .stageBefore(stageBefore.orElse(null)));
  }

  private void deadline(ItemRef item, Instant time, Element row) {
    ChangeEventBuilder event = begin(item, Kind.CHANGED, time, row);
    Optional<String> told =
        values(row, AFTER, "task_deadline").stream()
            .findFirst()
            .flatMap(value -> value.text("timestamp"));
    Terms.due(row.readTime("task_deadline", told.orElse("")), event);
    sink.add(event);
  }

  private void sale(ItemRef item, Instant time, Element row) {
    Optional<String> told =
        values(row, AFTER, "sale_field_value").stream()
            .findFirst()
            .flatMap(value -> value.text("sale"));
    if (told.isEmpty()) {
      sink.ignore(row.where(), "tells no sum");
      return;
    }
    ChangeEventBuilder event = begin(item, Kind.CHANGED, time, row);
    row.readAmount("sale", told.get())
        .ifPresentOrElse(
            sum -> terms.money(sum, event), () -> event.field(ChangeEvent.AMOUNT_FIELD, ""));
    sink.add(event);
  }

  private void fields(ItemRef item, Instant time, Element row) {
    Map<String, List<FormNode>> changed = new LinkedHashMap<>();
    for (String side : List.of(AFTER, BEFORE)) {
      for (FormNode value : values(row, side, "custom_field_value")) {
        List<FormNode> now =
            changed.computeIfAbsent(value.text("field_id").orElse(""), id -> new ArrayList<>());
        if (side.equals(AFTER)) {
          now.add(value);
        }
      }
    }
    ChangeEventBuilder event = begin(item, Kind.CHANGED, time, row);
    Optional<String> status = Optional.empty();
    for (Map.Entry<String, List<FormNode>> entry : changed.entrySet()) {
      FieldNames.Field known = names.of(entry.getKey());
      terms.field(
          item.type(),
          row,
          CustomField.told(entry.getKey(), known.code(), known.name(), entry.getValue()),
          event);
      if (item.type().equals(ItemTypes.INVOICE) && known.code().equals(INVOICE_STATUS)) {
        status = entry.getValue().stream().findFirst().flatMap(value -> value.text("enum_id"));
      }
    }
    ChangeEvent told = event.build();
    if (status.filter(Element::isId).isPresent()) {
      sink.add(begin(item, Kind.MOVED, time, row).stage(status.get()));
    } else if (told.fields().isEmpty() && told.dueAt().isEmpty()) {
      sink.ignore(row.where(), "a field that is not kept");
    } else {
      sink.add(event);
    }
  }

  private Optional<String> itemType(Element row) {
    String entity = row.node().text("entity_type").orElse("");
    if (entity.equals("task")) {
      return Optional.of(ItemTypes.TASK);
    }
    if (entity.startsWith("catalog_")) {
      return invoiceCatalog
          .filter(list -> entity.equals("catalog_" + list))
          .map(list -> ItemTypes.INVOICE);
    }
    return ItemTypes.ofElement(entity);
  }

  private ChangeEventBuilder begin(ItemRef item, Kind kind, Instant time, Element row) {
    return sink.event(item, kind, time).actor(actor(row));
  }

  private static @Nullable String actor(Element row) {
    return row.id("created_by").orElse(null);
  }

  private static Optional<String> id(Element row, String side, String what, String key) {
    return values(row, side, what).stream()
        .findFirst()
        .flatMap(value -> new Element(row.where(), value, row.zone()).id(key));
  }

  private static List<FormNode> values(Element row, String side, String what) {
    List<FormNode> values = new ArrayList<>();
    row.node()
        .child(side)
        .ifPresent(
            list ->
                list.children().values().forEach(each -> each.child(what).ifPresent(values::add)));
    return values;
  }
}
