package dev.svodka.lake.arrow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns of an event in the lake, in the order of the file. Text is plain utf8, money
 * decimal(18,2), a moment a timestamp in milliseconds UTC. It knows no Arrow, which ingest goes
 * without; the schema is {@link EventSchema}'s.
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

  /** The names of all columns. */
  public static final List<String> NAMES = Arrays.stream(values()).map(EventColumn::text).toList();

  /** What a column holds. */
  enum Type {
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

  Type type() {
    return type;
  }

  boolean nullable() {
    return nullable;
  }
}
