package dev.svodka.lake.arrow;

import static java.util.Comparator.comparing;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Where the wanted columns lie in a file's batches.
 *
 * @param nodes place of each wanted column among the batch's field nodes
 * @param buffers places of the wanted columns' buffers among the batch's buffers
 * @param byOffset indexes into {@code buffers} in the order in which they lie in the file
 */
record FileColumns(
    Schema schema, List<Integer> nodes, List<Integer> buffers, List<Integer> byOffset) {
  static final FileColumns NONE =
      new FileColumns(new Schema(List.of()), List.of(), List.of(), List.of());

  FileColumns {
    nodes = List.copyOf(nodes);
    buffers = List.copyOf(buffers);
    byOffset = List.copyOf(byOffset);
  }

  private record Place(Field field, int node, int buffer) {}

  /**
   * @throws SvodkaException where the file lacks a wanted column or holds it as another type
   */
  static FileColumns select(Schema file, List<String> wanted, String name) {
    Map<String, Place> places = new HashMap<>();
    int node = 0;
    int buffer = 0;
    for (Field field : file.getFields()) {
      places.put(field.getName(), new Place(field, node, buffer));
      node += nodeCount(field);
      buffer += bufferCount(field);
    }
    List<Field> fields = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    List<Integer> buffers = new ArrayList<>();
    for (String column : wanted) {
      Place place = places.get(column);
      if (place == null) {
        throw new SvodkaException(
            ErrorCode.INPUT_INVALID, name + ": the column " + column + " is missing");
      }
      Field expected = EventSchema.SCHEMA.findField(column);
      if (!place.field().getType().equals(expected.getType())) {
        throw new SvodkaException(
            ErrorCode.INPUT_INVALID,
            "%s: the column %s is %s; write it as %s"
                .formatted(name, column, place.field().getType(), expected.getType()));
      }
      fields.add(expected);
      nodes.add(place.node());
      IntStream.range(place.buffer(), place.buffer() + bufferCount(expected)).forEach(buffers::add);
    }
    List<Integer> byOffset =
        IntStream.range(0, buffers.size()).boxed().sorted(comparing(buffers::get)).toList();
    return new FileColumns(new Schema(fields), nodes, buffers, byOffset);
  }

  private static int nodeCount(Field field) {
    return 1 + field.getChildren().stream().mapToInt(FileColumns::nodeCount).sum();
  }

  private static int bufferCount(Field field) {
    return TypeLayout.getTypeBufferCount(field.getType())
        + field.getChildren().stream().mapToInt(FileColumns::bufferCount).sum();
  }
}
