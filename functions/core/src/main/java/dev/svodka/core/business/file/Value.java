package dev.svodka.core.business.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of the file and its place. Reading never throws: what does not fit is reported, and
 * what was read of it is given back, so that the rest of the file is looked at too.
 */
record Value(Node node, String path, Problems problems) {
  private static final int MAX_TEXT = 1000;

  void problem(String message, String fix) {
    problems.add(node.getStartMark(), path, message, fix);
  }

  boolean isText() {
    return node instanceof ScalarNode && !isEmpty();
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  private boolean isEmpty() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The text of a scalar as it is written: {@code 142} and {@code "142"} are the same. */
  Optional<String> text() {
    if (isEmpty()) {
      problem("has no value", "give it one, or leave the key out");
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar)) {
      problem(
          "is a " + (isMap() ? "mapping" : "list") + " where one text is meant",
          isMap()
              ? "a text that begins with `{`, such as a template, stands in quotes: \"{column}\""
              : "write one value without brackets");
      return Optional.empty();
    }
    String text = scalar.getValue();
    if (text.length() > MAX_TEXT) {
      problem("is longer than " + MAX_TEXT + " characters", "shorten it");
      return Optional.empty();
    }
    if (text.isBlank()) {
      problem("is an empty text", "give it a value, or leave the key out");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The elements of a list; a single value stands for a list of one. */
  List<Value> list() {
    if (!(node instanceof SequenceNode sequence)) {
      return isEmpty() ? List.of() : List.of(this);
    }
    List<Value> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(new Value(element, path + "[" + elements.size() + "]", problems));
    }
    return elements;
  }

  /** A list of texts, each once. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Value element : list()) {
      Optional<String> text = element.text();
      if (text.isPresent() && texts.contains(text.get())) {
        element.problem("`" + text.get() + "` stands here twice", "leave one out");
      } else {
        text.ifPresent(texts::add);
      }
    }
    return texts;
  }

  /** A list of texts that may not be empty. */
  List<String> someTexts() {
    List<String> texts = texts();
    if (list().isEmpty()) {
      problem("is an empty list", "name at least one, or leave the key out");
    }
    return texts;
  }

  /** The entries of a mapping with keys that the user chooses, in their order. */
  SequencedMap<String, Value> entries() {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem("is no mapping", "write `key: value` lines under it");
      return entries;
    }
    for (NodeTuple pair : mapping.getValue()) {
      Value keyValue = new Value(pair.getKeyNode(), path, problems);
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        keyValue.problem("has a key that is no text", "name it by a text");
        continue;
      }
      String name = key.getValue();
      String below = path.isEmpty() ? name : path + "." + name;
      if (entries.putIfAbsent(name, new Value(pair.getValueNode(), below, problems)) != null) {
        new Value(key, below, problems)
            .problem("the key `" + name + "` stands here twice", "leave one of the two out");
      }
    }
    return entries;
  }

  /** A mapping of names to lists of texts. */
  SequencedMap<String, List<String>> lists() {
    SequencedMap<String, List<String>> lists = new LinkedHashMap<>();
    entries().forEach((key, value) -> lists.put(key, value.someTexts()));
    return lists;
  }

  Section section(Shape shape) {
    return Section.of(this, shape);
  }

  /** The text turned into what it means; the parser throws {@code IllegalArgumentException}. */
  <T> Optional<T> parse(Function<String, T> parser, String message, String fix) {
    Optional<String> text = text();
    try {
      return text.map(parser);
    } catch (RuntimeException e) {
      problem("`" + text.orElse("") + "` " + message, fix);
      return Optional.empty();
    }
  }

  /** One of the known words. */
  <T> Optional<T> choice(Map<String, T> words) {
    Optional<String> text = text();
    if (text.isPresent() && !words.containsKey(text.get())) {
      problem(
          "`" + text.get() + "` is none of " + String.join(", ", words.keySet()),
          Nearest.to(text.get(), words.keySet())
              .map(near -> "did you mean `" + near + "`?")
              .orElse("take one of them"));
    }
    return text.flatMap(word -> Optional.ofNullable(words.get(word)));
  }

  Optional<Boolean> flag() {
    return choice(Words.FLAGS);
  }

  /** A flag that can only be set; its absence says the contrary. */
  void onlyTrue() {
    if (!flag().orElse(true)) {
      problem("can only be true", "leave the key out where it is not meant");
    }
  }

  /** A name among those that are known. */
  Optional<String> reference(String what, Collection<String> known) {
    Optional<String> name = text();
    if (name.isPresent() && !known.contains(name.get())) {
      problem("there is no " + what + " `" + name.get() + "`", Nearest.hint(name.get(), known));
      return Optional.empty();
    }
    return name;
  }
}
