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
public record CustomField(String id, String code, String name, List<FormNode> values) {
  static final String BETWEEN_VALUES = "; ";

  /** The fields of an entity, as a webhook tells them or as the API does. */
  static List<CustomField> of(FormNode entity) {
    List<CustomField> fields = new ArrayList<>();
    for (FormNode field : under(entity, "custom_fields")) {
      fields.add(of(field, field.text("id"), field.text("code"), field.text("name")));
    }
    for (FormNode field : under(entity, "custom_fields_values")) {
      fields.add(
          of(field, field.text("field_id"), field.text("field_code"), field.text("field_name")));
    }
    return fields;
  }

  /** A field as an event of the API tells it: each value has its text under {@code text}. */
  public static CustomField told(String id, String code, String name, List<FormNode> values) {
    return new CustomField(id, code.toUpperCase(Locale.ROOT), name, List.copyOf(values));
  }

  private static CustomField of(
      FormNode field, Optional<String> id, Optional<String> code, Optional<String> name) {
    return new CustomField(
        id.orElse(""),
        code.orElse("").toUpperCase(Locale.ROOT),
        name.orElse(""),
        under(field, "values"));
  }

  private static List<FormNode> under(FormNode node, String key) {
    return node.child(key).map(list -> List.copyOf(list.children().values())).orElse(List.of());
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
    return value.value().or(() -> value.text("value")).or(() -> value.text("text")).orElse("");
  }
}
