package dev.svodka.source.amocrm;

import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A custom field of an entity. Its values come in three shapes, also within one body: {@code
 * values[0][value]=…} with or without {@code [enum]}, {@code values[0]=1542067200} for dates, a
 * list of strings for checkboxes.
 *
 * @param code empty where the field has none
 */
record CustomField(String id, String code, String name, List<FormNode> values) {
  static final String BETWEEN_VALUES = "; ";

  static List<CustomField> of(FormNode entity) {
    List<CustomField> fields = new ArrayList<>();
    entity
        .child("custom_fields")
        .ifPresent(
            list ->
                list.children()
                    .values()
                    .forEach(
                        field ->
                            fields.add(
                                new CustomField(
                                    field.text("id").orElse(""),
                                    field.text("code").orElse("").toUpperCase(Locale.ROOT),
                                    field.text("name").orElse(""),
                                    field
                                        .child("values")
                                        .map(values -> List.copyOf(values.children().values()))
                                        .orElse(List.of())))));
    return fields;
  }

  /**
   * Whether a business file that writes this means this field: its id, code or name; the name is
   * never empty.
   */
  boolean isCalled(String wanted) {
    return wanted.equals(id) || wanted.equalsIgnoreCase(code) || wanted.equals(name);
  }

  /** The values as one text; empty where there is none. */
  String text() {
    StringBuilder all = new StringBuilder();
    for (FormNode value : values) {
      String text = text(value);
      if (!text.isEmpty()) {
        all.append(all.isEmpty() ? "" : BETWEEN_VALUES).append(text);
      }
    }
    return all.toString();
  }

  /** The first value: where its own parts are, such as {@code entity_id} of a payer. */
  Optional<FormNode> first() {
    return values.stream().findFirst();
  }

  private static String text(FormNode value) {
    return value.value().or(() -> value.text("value")).orElse("");
  }
}
