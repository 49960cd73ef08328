package dev.svodka.report.declare;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a report's YAML file, read strictly: every error names file, line, field and fix.
 */
record YamlNode(String file, MappingNode node, Set<String> fields) {
  YamlNode {
    for (NodeTuple tuple : node.getValue()) {
      String name = scalar(file, tuple.getKeyNode());
      if (!fields.contains(name)) {
        throw error(
            file,
            tuple.getKeyNode(),
            "unknown field «%s»; known are %s".formatted(name, sorted(fields)));
      }
    }
  }

  static YamlNode of(String file, Node node, String... fields) {
    if (node instanceof MappingNode mapping) {
      return new YamlNode(file, mapping, Set.copyOf(Arrays.asList(fields)));
    }
    throw error(file, node, "expected a mapping with " + String.join(", ", fields));
  }

  Node required(String field) {
    return find(field)
        .orElseThrow(() -> error(file, node, "«%s» is missing; add it".formatted(field)));
  }

  String text(String field) {
    return scalar(file, required(field));
  }

  Optional<String> optionalText(String field) {
    return find(field).map(value -> scalar(file, value));
  }

  List<Node> list(String field) {
    if (required(field) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw error(file, required(field), "«%s» has to be a list".formatted(field));
  }

  List<String> texts(String field) {
    return find(field).isEmpty()
        ? List.of()
        : list(field).stream().map(value -> scalar(file, value)).toList();
  }

  int number(String field, int least, int most) {
    String text = text(field);
    if (text.matches("\\d{1,6}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw error(
        file,
        required(field),
        "«%s» has to be a whole number from %d to %d".formatted(field, least, most));
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    String text = text(field);
    for (E constant : type.getEnumConstants()) {
      if (yaml(constant).equals(text)) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(type.getEnumConstants()).map(YamlNode::yaml).toList();
    throw error(
        file,
        required(field),
        "«%s» is no %s; known are %s".formatted(text, field, String.join(", ", known)));
  }

  SvodkaException error(String field, String problem) {
    return error(file, required(field), problem);
  }

  static SvodkaException error(String file, Node node, String problem) {
    String place =
        node.getStartMark()
            .map(mark -> ":%d:%d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
            .orElse("");
    return new SvodkaException(ErrorCode.INPUT_INVALID, file + place + ": " + problem);
  }

  private Optional<Node> find(String field) {
    return node.getValue().stream()
        .filter(
            tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(field))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static String scalar(String file, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(file, node, "expected a text");
  }

  private static String yaml(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sorted(Collection<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
