package dev.svodka.core.business.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The file's bytes as a tree of nodes that know their place, within bounds. */
final class YamlTree {
  static final int MAX_BYTES = 1 << 20;
  static final int MAX_DEPTH = 32;
  static final int MAX_ALIASES = 1000;
  static final int MAX_NODES = 100_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("business file")
          .setCodePointLimit(MAX_BYTES)
          .setMaxAliasesForCollections(MAX_ALIASES)
          .setAllowNonScalarKeys(true) // so that one is told of at its place
          .build();

  private final Problems problems;

  private YamlTree(Problems problems) {
    this.problems = problems;
  }

  /** The file's root, or empty where there is none that could be read; the reason is reported. */
  static Optional<Node> read(byte[] bytes, Problems problems) {
    return new YamlTree(problems).read(bytes);
  }

  private Optional<Node> read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return refuse("the file is larger than 1 MiB", "keep lists such as goals in files beside it");
    }
    Optional<String> text = decode(bytes);
    if (text.isEmpty()) {
      return refuse("the file is not UTF-8", "save it in UTF-8");
    }
    try {
      if (!shallow(text.get())) {
        return refuse("it is nested deeper than " + MAX_DEPTH + " levels", "flatten it");
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text.get());
      if (root.isEmpty()) {
        return refuse(
            "the file is empty",
            "begin with `account:`; `events/business.yaml` is a file to start from");
      }
      if (size(root.get(), 0, new IdentityHashMap<>()) > MAX_NODES) {
        return refuse("its aliases make it too large or endless", "write repeated parts out");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark(),
          "",
          "this is not YAML: " + e.getProblem(),
          "look at the indentation, quotes and brackets here and just before");
      return Optional.empty();
    } catch (YamlEngineException e) {
      return refuse("this is not YAML: " + e.getMessage(), "look at its characters");
    }
  }

  private Optional<Node> refuse(String message, String fix) {
    problems.add(Optional.empty(), "", message, fix);
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The composer recurses where the event parser does not, so depth is looked at beforehand. */
  private static boolean shallow(String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  /** Nodes with every alias written out; more than {@link #MAX_NODES} for an endless tree. */
  private static long size(Node node, int depth, Map<Node, Long> known) {
    Long before = known.get(node);
    if (before != null) {
      return before;
    }
    if (depth > 2 * MAX_DEPTH) {
      return MAX_NODES + 1L;
    }
    known.put(node, MAX_NODES + 1L);
    long size = 1;
    if (node instanceof SequenceNode list) {
      for (Node child : list.getValue()) {
        size += size(child, depth + 1, known);
      }
    } else if (node instanceof MappingNode map) {
      for (NodeTuple pair : map.getValue()) {
        size += size(pair.getKeyNode(), depth + 1, known);
        size += size(pair.getValueNode(), depth + 1, known);
      }
    }
    long bounded = Math.min(size, MAX_NODES + 1L);
    known.put(node, bounded);
    return bounded;
  }
}
