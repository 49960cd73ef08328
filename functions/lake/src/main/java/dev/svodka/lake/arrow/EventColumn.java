package dev.svodka.lake.arrow;

import dev.svodka.core.event.ChangeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The columns of an event in the lake, in the order of the file. Text is plain utf8, money
 * decimal(18,2), a moment a timestamp in milliseconds UTC.
 */
public enum EventColumn {
  EVENT_ID(Type.TEXT, false),
  ACCOUNT(Type.TEXT, false),
  SOURCE(Type.TEXT, false),
  VIA(Type.TEXT, false),
  ITEM_TYPE(Type.TEXT, false),
  ITEM_ID(Type.TEXT, false),
  PARENT_TYPE(Type.TEXT, true),
  PARENT_ID(Type.TEXT, true),
  KIND(Type.TEXT, false),
  PIPELINE(Type.TEXT, true),
  STAGE(Type.TEXT, true),
  STAGE_BEFORE(Type.TEXT, true),
  OWNER(Type.TEXT, true),
  ACTOR(Type.TEXT, true),
  CUSTOMER_ID(Type.TEXT, true),
  CUSTOMER_NAME(Type.TEXT, true),
  AMOUNT(Type.MONEY, true),
  CURRENCY(Type.TEXT, true),
  DUE_AT(Type.MOMENT, true),
  OCCURRED_AT(Type.MOMENT, false),
  RECEIVED_AT(Type.MOMENT, false),
  SEQ(Type.NUMBER, false),
  FIELDS(Type.TEXT, true);

  /** The schema of every file of the lake. */
  public static final Schema SCHEMA =
      new Schema(
          Arrays.stream(values()).map(EventColumn::field).toList(), Map.of("svodka.event", "1"));

  /** The names of all columns. */
  public static final List<String> NAMES = Arrays.stream(values()).map(EventColumn::text).toList();

  private enum Type {
    TEXT,
    MONEY,
    MOMENT,
    NUMBER
  }

  private final String text = name().toLowerCase(Locale.ROOT);
  private final Type type;
  private final boolean nullable;

  EventColumn(Type type, boolean nullable) {
    this.type = type;
    this.nullable = nullable;
  }

  /** The name in Arrow, DynamoDB, JSON and SQL. */
  public String text() {
    return text;
  }

  /** The Arrow field: name, type, nullability. */
  public Field field() {
    ArrowType arrow =
        switch (type) {
          case TEXT -> new ArrowType.Utf8();
          case MONEY -> new ArrowType.Decimal(18, ChangeEvent.AMOUNT_SCALE, 128);
          case MOMENT -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
          case NUMBER -> new ArrowType.Int(64, true);
        };
    return new Field(text, new FieldType(nullable, arrow, null), null);
  }
}
