package dev.svodka.core.business.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A mapping whose keys are known; the unknown ones are reported when it is opened. */
final class Section {
  private final Value at;
  private final Shape shape;
  private final SequencedMap<String, Value> entries;

  private Section(Value at, Shape shape, SequencedMap<String, Value> entries) {
    this.at = at;
    this.shape = shape;
    this.entries = entries;
  }

  static Section of(Value at, Shape shape) {
    if (!at.isMap()) {
      at.problem(
          "is no mapping",
          "it has the keys " + String.join(", ", shape.keys()) + ", as `key: value`");
      return new Section(at, shape, new LinkedHashMap<>());
    }
    SequencedMap<String, Value> entries = at.entries();
    entries.forEach(
        (key, value) -> {
          if (!shape.keys().contains(key)) {
            value.problem("unknown key `" + key + "`", Nearest.hint(key, shape.keys()));
          }
        });
    return new Section(at, shape, entries);
  }

  Value at() {
    return at;
  }

  Optional<Value> get(String key) {
    if (!shape.keys().contains(key)) {
      throw new IllegalStateException("the shape " + shape + " has no key " + key);
    }
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key without which there is no sense in the section. */
  Optional<Value> required(String key, String example) {
    Optional<Value> value = get(key);
    // A section that is no mapping, or has nothing at all, has been told of as a whole.
    if (value.isEmpty() && at.isMap()) {
      at.problem("the key `" + key + "` is missing", "add `" + key + ": " + example + "`");
    }
    return value;
  }

  Optional<String> text(String key) {
    return get(key).flatMap(Value::text);
  }

  List<String> texts(String key) {
    return get(key).map(Value::texts).orElse(List.of());
  }

  /** Those of these keys that are there. */
  List<String> present(String... keys) {
    return List.of(keys).stream().filter(key -> get(key).isPresent()).toList();
  }
}
