package dev.svodka.source.imports;

import dev.svodka.core.business.Template;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A template bound to the slots of a row. */
final class Cell {
  private final String text;
  private final List<String> names;
  private final int[] slots;
  private final Template template;
  private final boolean bare;

  private Cell(String text, List<String> names, Slots row, Template template) {
    this.text = text;
    this.names = names;
    this.slots = names.stream().mapToInt(row::of).toArray();
    this.template = template;
    this.bare = slots.length == 1 && text.equals(braced(names.getFirst()));
  }

  static Cell of(Template template, Slots row) {
    return new Cell(template.toString(), template.names(), row, template);
  }

  static @Nullable Cell of(Optional<Template> template, Slots row) {
    return template.isEmpty() ? null : of(template.get(), row);
  }

  /** One column or attribute, whatever characters its name has. */
  static Cell column(String name, Slots row) {
    return new Cell(braced(name), List.of(name), row, Template.of(""));
  }

  private static String braced(String name) {
    return '{' + name + '}';
  }

  /**
   * What the row tells here.
   *
   * @return null where it tells nothing; empty where all that the template reads is empty
   */
  @Nullable String read(@Nullable String[] row) {
    if (slots.length == 0) {
      return text;
    }
    if (bare) {
      return row[slots[0]];
    }
    boolean told = false;
    boolean filled = false;
    for (int slot : slots) {
      String value = row[slot];
      told |= value != null;
      filled |= value != null && !value.isEmpty();
    }
    if (!filled) {
      return told ? "" : null;
    }
    return template.fill(name -> row[slots[names.indexOf(name)]]);
  }

  /** The columns that it reads, as a message names them; the text itself where it reads none. */
  String field() {
    return names.isEmpty() ? text : String.join(", ", names);
  }

  /** As the business file writes it. */
  @Override
  public String toString() {
    return text;
  }
}
