package dev.svodka.lake.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Writes events into the vectors of one batch, and reads them back. */
final class EventVectors {
  private final VectorSchemaRoot root;
  private final Map<EventColumn, VarCharVector> texts = new EnumMap<>(EventColumn.class);
  private final DecimalVector amount;
  private final TimeStampMilliTZVector dueAt;
  private final TimeStampMilliTZVector occurredAt;
  private final TimeStampMilliTZVector receivedAt;
  private final BigIntVector seq;

  /**
   * @param root a batch in {@link EventSchema#SCHEMA}
   */
  EventVectors(VectorSchemaRoot root) {
    this.root = root;
    for (EventColumn column : EventColumn.values()) {
      if (root.getVector(column.text()) instanceof VarCharVector text) {
        texts.put(column, text);
      }
    }
    amount = (DecimalVector) root.getVector(EventColumn.AMOUNT.text());
    dueAt = (TimeStampMilliTZVector) root.getVector(EventColumn.DUE_AT.text());
    occurredAt = (TimeStampMilliTZVector) root.getVector(EventColumn.OCCURRED_AT.text());
    receivedAt = (TimeStampMilliTZVector) root.getVector(EventColumn.RECEIVED_AT.text());
    seq = (BigIntVector) root.getVector(EventColumn.SEQ.text());
  }

  void set(int row, ChangeEvent event) {
    put(EventColumn.EVENT_ID, row, event.eventId());
    put(EventColumn.ACCOUNT, row, event.account());
    put(EventColumn.SOURCE, row, event.source().text());
    put(EventColumn.VIA, row, event.via().text());
    put(EventColumn.ITEM_TYPE, row, event.item().type());
    put(EventColumn.ITEM_ID, row, event.item().id());
    event.parent().ifPresent(parent -> put(EventColumn.PARENT_TYPE, row, parent.type()));
    event.parent().ifPresent(parent -> put(EventColumn.PARENT_ID, row, parent.id()));
    put(EventColumn.KIND, row, event.kind().text());
    put(EventColumn.PIPELINE, row, event.pipeline());
    put(EventColumn.STAGE, row, event.stage());
    put(EventColumn.STAGE_BEFORE, row, event.stageBefore());
    put(EventColumn.OWNER, row, event.owner());
    put(EventColumn.ACTOR, row, event.actor());
    put(EventColumn.CUSTOMER_ID, row, event.customerId());
    put(EventColumn.CUSTOMER_NAME, row, event.customerName());
    event.amount().ifPresent(value -> amount.setSafe(row, value));
    put(EventColumn.CURRENCY, row, event.currency());
    event.dueAt().ifPresent(due -> dueAt.setSafe(row, due.toEpochMilli()));
    occurredAt.setSafe(row, event.occurredAt().toEpochMilli());
    receivedAt.setSafe(row, event.receivedAt().toEpochMilli());
    seq.setSafe(row, event.seq());
    if (!event.fields().isEmpty()) {
      put(EventColumn.FIELDS, row, EventJson.writeFields(event.fields()));
    }
  }

  /**
   * @throws IllegalArgumentException where the row is no event
   */
  ChangeEvent get(int row) {
    return new ChangeEvent(
        text(EventColumn.EVENT_ID, row),
        text(EventColumn.ACCOUNT, row),
        SourceKind.of(text(EventColumn.SOURCE, row)),
        Via.of(text(EventColumn.VIA, row)),
        new ItemRef(text(EventColumn.ITEM_TYPE, row), text(EventColumn.ITEM_ID, row)),
        optional(EventColumn.PARENT_TYPE, row)
            .map(type -> new ItemRef(type, text(EventColumn.PARENT_ID, row))),
        Kind.of(text(EventColumn.KIND, row)),
        optional(EventColumn.PIPELINE, row),
        optional(EventColumn.STAGE, row),
        optional(EventColumn.STAGE_BEFORE, row),
        optional(EventColumn.OWNER, row),
        optional(EventColumn.ACTOR, row),
        optional(EventColumn.CUSTOMER_ID, row),
        optional(EventColumn.CUSTOMER_NAME, row),
        amount.isNull(row) ? Optional.<BigDecimal>empty() : Optional.of(amount.getObject(row)),
        optional(EventColumn.CURRENCY, row),
        dueAt.isNull(row) ? Optional.empty() : Optional.of(moment(dueAt, row)),
        moment(occurredAt, row),
        moment(receivedAt, row),
        seq.get(row),
        optional(EventColumn.FIELDS, row)
            .map(EventJson::readFields)
            .orElseGet(Collections::emptySortedMap));
  }

  /** Empties the vectors and keeps their memory. */
  void reset() {
    root.getFieldVectors().forEach(FieldVector::reset);
    root.setRowCount(0);
  }

  private void put(EventColumn column, int row, Optional<String> value) {
    if (value.isPresent()) {
      put(column, row, value.get());
    }
  }

  private void put(EventColumn column, int row, String value) {
    vector(column).setSafe(row, value.getBytes(UTF_8));
  }

  private Optional<String> optional(EventColumn column, int row) {
    byte[] value = vector(column).get(row);
    return value == null ? Optional.empty() : Optional.of(new String(value, UTF_8));
  }

  private String text(EventColumn column, int row) {
    return optional(column, row)
        .orElseThrow(() -> new IllegalArgumentException(column.text() + " is empty"));
  }

  private VarCharVector vector(EventColumn column) {
    return requireNonNull(texts.get(column), column.text());
  }

  private static Instant moment(TimeStampMilliTZVector vector, int row) {
    if (vector.isNull(row)) {
      throw new IllegalArgumentException(vector.getName() + " is empty");
    }
    return Instant.ofEpochMilli(vector.get(row));
  }
}
