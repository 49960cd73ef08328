package dev.svodka.source.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place in a form: it may hold a value, children, or both, since {@code type=3} and {@code
 * type[uuid]=…} do come in one body.
 *
 * <p>Children stand in the order in which the body first names them. A key that is repeated holds
 * its last value, as in PHP.
 */
public final class FormNode {
  private static final long NO_INDEX = -1;

  private @Nullable String value;
  private @Nullable Map<String, FormNode> children;
  private long lastIndex = NO_INDEX;

  /** The value that stands at this very place. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  public Map<String, FormNode> children() {
    return children == null ? Map.of() : Collections.unmodifiableMap(children);
  }

  public Optional<FormNode> child(String key) {
    return children == null ? Optional.empty() : Optional.ofNullable(children.get(key));
  }

  /** The value of a child; empty where there is no such child or it has only children. */
  public Optional<String> text(String key) {
    return child(key).flatMap(FormNode::value);
  }

  void set(String text) {
    value = text;
  }

  FormNode open(String key) {
    if (children == null) {
      children = new LinkedHashMap<>();
    }
    FormNode known = children.get(key);
    if (known != null) {
      return known;
    }
    FormNode fresh = new FormNode();
    children.put(key, fresh);
    lastIndex = Math.max(lastIndex, index(key));
    return fresh;
  }

  /** The place of {@code []}: one past the greatest index so far. */
  FormNode append() {
    return open(Long.toString(lastIndex + 1));
  }

  private static long index(String key) {
    int length = key.length();
    if (length == 0 || length > 9) {
      return NO_INDEX;
    }
    for (int i = 0; i < length; i++) {
      if (key.charAt(i) < '0' || key.charAt(i) > '9') {
        return NO_INDEX;
      }
    }
    return Long.parseLong(key);
  }
}
