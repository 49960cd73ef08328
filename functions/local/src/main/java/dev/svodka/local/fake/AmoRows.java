package dev.svodka.local.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of the fake amoCRM's lists, as of a second. */
final class AmoRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long STATUS_FIELD = 1107155;

  private final List<AmoChange> changes;
  private final FakeAmoCrm.Account account;
  private final AmoNames names;

  AmoRows(List<AmoChange> changes, FakeAmoCrm.Account account, AmoNames names) {
    this.changes = changes;
    this.account = account;
    this.names = names;
  }

  private AmoState state(long now) {
    AmoState state = new AmoState();
    changes.stream().filter(change -> change.second() <= now).forEach(state::apply);
    return state;
  }

  Map<Long, Long> sums() {
    Map<Long, Long> sums = new TreeMap<>();
    for (AmoState.Lead lead : state(Long.MAX_VALUE).leads().values()) {
      if (!lead.deleted()) {
        sums.put(lead.id(), lead.price());
      }
    }
    return sums;
  }

  /** Newest first. */
  List<ObjectNode> events(long now) {
    List<ObjectNode> rows = new ArrayList<>();
    AmoState before = new AmoState();
    for (int i = 0; i < changes.size() && changes.get(i).second() <= now; i++) {
      AmoChange change = changes.get(i);
      Optional<ObjectNode> row = event(change, before);
      before.apply(change);
      if (row.isPresent()) {
        rows.add(
            row.get()
                .put("id", "e" + i)
                .put("entity_id", change.item())
                .put("created_by", change.by())
                .put("created_at", change.second()));
      }
    }
    return rows.reversed();
  }

  private static Optional<ObjectNode> event(AmoChange change, AmoState before) {
    return switch (change.what()) {
      case LEAD_CREATED -> Optional.of(row("lead_added", "lead"));
      case LEAD_MOVED -> {
        AmoState.Lead lead = before.lead(change.item());
        ObjectNode row = row("lead_status_changed", "lead");
        side(row, "value_after", "lead_status")
            .put("id", change.to())
            .put("pipeline_id", change.more());
        side(row, "value_before", "lead_status")
            .put("id", lead.stage())
            .put("pipeline_id", lead.pipeline());
        yield Optional.of(row);
      }
      case LEAD_ASSIGNED -> {
        ObjectNode row = row("entity_responsible_changed", "lead");
        side(row, "value_after", "responsible_user").put("id", change.to());
        yield Optional.of(row);
      }
      case LEAD_PRICED -> {
        ObjectNode row = row("sale_field_changed", "lead");
        side(row, "value_after", "sale_field_value").put("sale", change.to());
        yield Optional.of(row);
      }
      case LEAD_DELETED -> Optional.of(row("lead_deleted", "lead"));
      case LEAD_RESTORED -> Optional.of(row("lead_restored", "lead"));
      case LEAD_CALLED -> Optional.of(row("outgoing_call", "lead"));
      case TASK_CREATED -> Optional.of(row("task_added", "task"));
      case TASK_MOVED -> {
        ObjectNode row = row("task_deadline_changed", "task");
        side(row, "value_after", "task_deadline").put("timestamp", change.to());
        yield Optional.of(row);
      }
      case TASK_DONE -> Optional.of(row("task_completed", "task"));
      case INVOICE_PAID -> {
        ObjectNode row = row("custom_field_value_changed", "catalog_" + AmoWorld.CATALOG);
        side(row, "value_after", "custom_field_value")
            .put("field_id", STATUS_FIELD)
            .put("enum_id", AmoWorld.PAID)
            .put("text", "Оплачен");
        yield Optional.of(row);
      }
      case INVOICE_CREATED -> Optional.empty();
    };
  }

  private static ObjectNode row(String type, String entity) {
    ObjectNode row = JSON.createObjectNode().put("type", type).put("entity_type", entity);
    row.putArray("value_after");
    row.putArray("value_before");
    return row;
  }

  private static ObjectNode side(ObjectNode row, String side, String what) {
    return row.withArrayProperty(side).addObject().putObject(what);
  }

  List<ObjectNode> leads(long now) {
    return state(now).leads().values().stream()
        .filter(lead -> !lead.deleted())
        .map(AmoRows::lead)
        .toList();
  }

  private static ObjectNode lead(AmoState.Lead lead) {
    ObjectNode row =
        JSON.createObjectNode()
            .put("id", lead.id())
            .put("name", "Сделка & Ко")
            .put("price", lead.price())
            .put("responsible_user_id", lead.owner())
            .put("status_id", lead.stage())
            .put("pipeline_id", lead.pipeline())
            .put("created_at", lead.created())
            .put("updated_at", lead.updated())
            .put("is_deleted", false);
    for (AmoFields.Field field : AmoFields.all()) {
      field
          .value(lead.fields())
          .ifPresent(value -> field(row, field.id(), field.code()).put("value", value));
    }
    return lead.closed() == 0 ? row.putNull("closed_at") : row.put("closed_at", lead.closed());
  }

  List<ObjectNode> tasks(long now) {
    List<ObjectNode> rows = new ArrayList<>();
    for (AmoState.Task task : state(now).tasks().values()) {
      rows.add(
          JSON.createObjectNode()
              .put("id", task.id())
              .put("entity_id", task.lead())
              .put("entity_type", "leads")
              .put("is_completed", task.done())
              .put("complete_till", task.due())
              .put("created_at", task.created())
              .put("updated_at", task.updated()));
    }
    return rows;
  }

  List<ObjectNode> invoices(long now) {
    List<ObjectNode> rows = new ArrayList<>();
    for (AmoState.Invoice invoice : state(now).invoices().values()) {
      boolean paid = invoice.paidDay() > 0;
      ObjectNode row =
          JSON.createObjectNode()
              .put("id", invoice.id())
              .put("catalog_id", AmoWorld.CATALOG)
              .put("created_at", invoice.created())
              .put("updated_at", invoice.updated())
              .put("is_deleted", false);
      field(row, STATUS_FIELD, "BILL_STATUS")
          .put("value", paid ? "Оплачен" : "Создан")
          .put("enum_id", paid ? AmoWorld.PAID : AmoWorld.CREATED);
      field(row, STATUS_FIELD + 1, "BILL_PRICE").put("value", Long.toString(invoice.sum()));
      field(row, STATUS_FIELD + 3, "LINK_TO_LEAD").put("value", account.lead(invoice.lead()));
      field(row, AmoFields.DUE, "").put("value", invoice.dueDay());
      if (paid) {
        field(row, STATUS_FIELD + 2, "BILL_PAYMENT_DATE").put("value", invoice.paidDay());
      }
      rows.add(row);
    }
    return rows;
  }

  private static ObjectNode field(ObjectNode row, long id, String code) {
    ObjectNode field = row.withArrayProperty("custom_fields_values").addObject();
    field.put("field_id", id).put("field_code", code);
    return field.putArray("values").addObject();
  }

  List<ObjectNode> invoiceFields() {
    return List.of(
        JSON.createObjectNode()
            .put("id", STATUS_FIELD)
            .put("code", "BILL_STATUS")
            .put("name", "Статус"));
  }

  List<ObjectNode> catalogs() {
    return List.of(
        JSON.createObjectNode().put("id", 4521).put("name", "Товары").put("type", "products"),
        JSON.createObjectNode()
            .put("id", AmoWorld.CATALOG)
            .put("name", "Счета")
            .put("type", "invoices"));
  }

  List<ObjectNode> pipelines() {
    List<ObjectNode> rows = new ArrayList<>();
    names
        .pipelines()
        .forEach(
            (pipeline, name) -> {
              ObjectNode row = JSON.createObjectNode().put("id", pipeline).put("name", name);
              ArrayNode statuses =
                  row.withObjectProperty("_embedded").withArrayProperty("statuses");
              names
                  .stages()
                  .forEach(
                      (id, stage) ->
                          statuses
                              .addObject()
                              .put("id", id)
                              .put("name", stage)
                              .put("sort", 10 * (statuses.size() + 1))
                              .put("pipeline_id", pipeline));
              rows.add(row);
            });
    return rows;
  }

  List<ObjectNode> users() {
    return names.people().entrySet().stream()
        .map(each -> JSON.createObjectNode().put("id", each.getKey()).put("name", each.getValue()))
        .toList();
  }
}
