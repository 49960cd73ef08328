package dev.svodka.source.amocrm.api;

import dev.svodka.source.form.FormNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes and names of custom fields by their ids: the events of the API tell the id alone. */
public final class FieldNames {
  /** Nothing is known: fields are told by their ids. */
  public static final FieldNames NONE = new FieldNames(Map.of());

  private static final Field UNKNOWN = new Field("", "");

  private final Map<String, Field> byId;

  /** The code is empty where the field has none. */
  record Field(String code, String name) {}

  private FieldNames(Map<String, Field> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** Reads the rows of {@code custom_fields}. */
  public static FieldNames of(List<FormNode> rows) {
    Map<String, Field> byId = new HashMap<>();
    for (FormNode row : rows) {
      row.text("id")
          .ifPresent(
              id ->
                  byId.put(
                      id, new Field(row.text("code").orElse(""), row.text("name").orElse(""))));
    }
    return new FieldNames(byId);
  }

  /** These and those. */
  public FieldNames and(FieldNames others) {
    Map<String, Field> all = new HashMap<>(byId);
    all.putAll(others.byId);
    return new FieldNames(all);
  }

  Field of(String id) {
    return byId.getOrDefault(id, UNKNOWN);
  }
}
