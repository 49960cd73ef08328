package dev.svodka.lake.arrow;

import dev.svodka.core.event.ChangeEvent;
import java.util.Arrays;
import java.util.Map;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The Arrow schema of every file of the lake. */
public final class EventSchema {
  public static final Schema SCHEMA =
      new Schema(
          Arrays.stream(EventColumn.values()).map(EventSchema::field).toList(),
          Map.of("svodka.event", "1"));

  private EventSchema() {}

  private static Field field(EventColumn column) {
    ArrowType arrow =
        switch (column.type()) {
          case TEXT -> new ArrowType.Utf8();
          case MONEY -> new ArrowType.Decimal(18, ChangeEvent.AMOUNT_SCALE, 128);
          case MOMENT -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
          case NUMBER -> new ArrowType.Int(64, true);
        };
    return new Field(column.text(), new FieldType(column.nullable(), arrow, null), null);
  }
}
