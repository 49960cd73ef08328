package dev.svodka.lake.events;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.arrow.EventColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event as an item of the table: attributes are called as the columns of the lake; what is not
 * told is absent, what is told empty is an empty string.
 */
final class EventItem {
  private EventItem() {}

  static Map<String, AttributeValue> write(ChangeEvent event) {
    Map<String, AttributeValue> item = HashMap.newHashMap(EventColumn.NAMES.size() + 2);
    text(item, EventColumn.EVENT_ID, event.eventId());
    text(item, EventColumn.ACCOUNT, event.account());
    text(item, EventColumn.SOURCE, event.source().text());
    text(item, EventColumn.VIA, event.via().text());
    text(item, EventColumn.ITEM_TYPE, event.item().type());
    text(item, EventColumn.ITEM_ID, event.item().id());
    event.parent().ifPresent(parent -> text(item, EventColumn.PARENT_TYPE, parent.type()));
    event.parent().ifPresent(parent -> text(item, EventColumn.PARENT_ID, parent.id()));
    text(item, EventColumn.KIND, event.kind().text());
    event.pipeline().ifPresent(value -> text(item, EventColumn.PIPELINE, value));
    event.stage().ifPresent(value -> text(item, EventColumn.STAGE, value));
    event.stageBefore().ifPresent(value -> text(item, EventColumn.STAGE_BEFORE, value));
    event.owner().ifPresent(value -> text(item, EventColumn.OWNER, value));
    event.actor().ifPresent(value -> text(item, EventColumn.ACTOR, value));
    event.customerId().ifPresent(value -> text(item, EventColumn.CUSTOMER_ID, value));
    event.customerName().ifPresent(value -> text(item, EventColumn.CUSTOMER_NAME, value));
    event.amount().ifPresent(value -> number(item, EventColumn.AMOUNT, value.toPlainString()));
    event.currency().ifPresent(value -> text(item, EventColumn.CURRENCY, value));
    event.dueAt().ifPresent(value -> moment(item, EventColumn.DUE_AT, value));
    moment(item, EventColumn.OCCURRED_AT, event.occurredAt());
    moment(item, EventColumn.RECEIVED_AT, event.receivedAt());
    number(item, EventColumn.SEQ, Long.toString(event.seq()));
    if (!event.fields().isEmpty()) {
      text(item, EventColumn.FIELDS, EventJson.writeFields(event.fields()));
    }
    return item;
  }

  /**
   * @throws IllegalArgumentException where the item is no event
   */
  static ChangeEvent read(Map<String, AttributeValue> item) {
    return new ChangeEvent(
        text(item, EventColumn.EVENT_ID),
        text(item, EventColumn.ACCOUNT),
        SourceKind.of(text(item, EventColumn.SOURCE)),
        Via.of(text(item, EventColumn.VIA)),
        new ItemRef(text(item, EventColumn.ITEM_TYPE), text(item, EventColumn.ITEM_ID)),
        optional(item, EventColumn.PARENT_TYPE)
            .map(type -> new ItemRef(type, text(item, EventColumn.PARENT_ID))),
        Kind.of(text(item, EventColumn.KIND)),
        optional(item, EventColumn.PIPELINE),
        optional(item, EventColumn.STAGE),
        optional(item, EventColumn.STAGE_BEFORE),
        optional(item, EventColumn.OWNER),
        optional(item, EventColumn.ACTOR),
        optional(item, EventColumn.CUSTOMER_ID),
        optional(item, EventColumn.CUSTOMER_NAME),
        Optional.ofNullable(item.get(EventColumn.AMOUNT.text()))
            .map(value -> new BigDecimal(value.n())),
        optional(item, EventColumn.CURRENCY),
        item.containsKey(EventColumn.DUE_AT.text())
            ? Optional.of(moment(item, EventColumn.DUE_AT))
            : Optional.empty(),
        moment(item, EventColumn.OCCURRED_AT),
        moment(item, EventColumn.RECEIVED_AT),
        number(item, EventColumn.SEQ),
        optional(item, EventColumn.FIELDS)
            .map(EventJson::readFields)
            .orElseGet(Collections::emptySortedMap));
  }

  private static void text(Map<String, AttributeValue> item, EventColumn column, String value) {
    item.put(column.text(), AttributeValue.fromS(value));
  }

  private static void number(Map<String, AttributeValue> item, EventColumn column, String value) {
    item.put(column.text(), AttributeValue.fromN(value));
  }

  private static void moment(Map<String, AttributeValue> item, EventColumn column, Instant value) {
    number(item, column, Long.toString(value.toEpochMilli()));
  }

  private static Optional<String> optional(Map<String, AttributeValue> item, EventColumn column) {
    return Optional.ofNullable(item.get(column.text())).map(AttributeValue::s);
  }

  private static String text(Map<String, AttributeValue> item, EventColumn column) {
    return optional(item, column)
        .orElseThrow(() -> new IllegalArgumentException(column.text() + " is missing"));
  }

  private static long number(Map<String, AttributeValue> item, EventColumn column) {
    AttributeValue value = item.get(column.text());
    if (value == null) {
      throw new IllegalArgumentException(column.text() + " is missing");
    }
    return Long.parseLong(value.n());
  }

  private static Instant moment(Map<String, AttributeValue> item, EventColumn column) {
    return Instant.ofEpochMilli(number(item, column));
  }
}
