package dev.svodka.core.business;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text with {@code {column}} places, compiled once. */
public final class Template {
  private final String text;
  private final List<String> literals;
  private final List<String> names;

  private Template(String text, List<String> literals, List<String> names) {
    this.text = text;
    this.literals = literals;
    this.names = names;
  }

  /**
   * Compiles a template.
   *
   * @throws IllegalArgumentException where a brace is not closed
   */
  public static Template of(String text) {
    List<String> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int position = 0;
    while (true) {
      int open = text.indexOf('{', position);
      if (open < 0) {
        literals.add(text.substring(position));
        return new Template(text, List.copyOf(literals), List.copyOf(names));
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("'{' is not closed in \"" + text + '"');
      }
      literals.add(text.substring(position, open));
      names.add(text.substring(open + 1, close));
      position = close + 1;
    }
  }

  /** The columns or attributes that it reads. */
  public List<String> names() {
    return names;
  }

  /**
   * Fills the template in.
   *
   * @return null where the template reads columns and none of them is there at all (not told); a
   *     column that is there and empty reads as empty (told empty)
   */
  public @Nullable String fill(Function<String, @Nullable String> values) {
    if (names.isEmpty()) {
      return text;
    }
    StringBuilder filled = new StringBuilder(literals.getFirst());
    boolean told = false;
    for (int i = 0; i < names.size(); i++) {
      String value = values.apply(names.get(i));
      if (value != null) {
        told = true;
        filled.append(value);
      }
      filled.append(literals.get(i + 1));
    }
    return told ? filled.toString() : null;
  }

  @Override
  public String toString() {
    return text;
  }
}
