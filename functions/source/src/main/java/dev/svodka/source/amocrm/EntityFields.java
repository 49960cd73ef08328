package dev.svodka.source.amocrm;

import dev.svodka.core.business.KeptFields;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Copies the fields that the business file keeps or reads; all others are dropped here, at the
 * door.
 *
 * <p>A name in the business file means a custom field by its id, its code ({@code PHONE} or {@code
 * phone}) or its name, or a key of the entity itself, such as {@code company_name}. {@code
 * loss_reason} is also {@code loss_reason_id}, {@code budget} also {@code price} (0 is not filled
 * in), {@code tags} the names of the tags. The event's field is called as the business file calls
 * it.
 */
final class EntityFields {
  private static final int LENGTH = 500;
  private static final String PRESENT = "1";

  private final KeptFields kept;

  EntityFields(KeptFields kept) {
    this.kept = kept;
  }

  void copy(
      String itemType, FormNode entity, List<CustomField> customFields, ChangeEventBuilder event) {
    entity
        .children()
        .forEach(
            (key, child) -> {
              if (key.equals("tags")) {
                put(itemType, key, tags(child), event);
              } else if (key.equals("_embedded")) {
                child.child("tags").ifPresent(t -> put(itemType, "tags", tags(t), event));
              }
              child
                  .value()
                  .ifPresent(
                      value -> {
                        put(itemType, key, value, event);
                        if (key.equals("loss_reason_id")) {
                          put(itemType, "loss_reason", value, event);
                        } else if (key.equals("price")) {
                          put(itemType, "budget", value.equals("0") ? "" : value, event);
                        }
                      });
            });
    for (CustomField field : customFields) {
      copy(itemType, field, event);
    }
  }

  /** A custom field that an event of the API tells by its id. */
  void copy(String itemType, CustomField field, ChangeEventBuilder event) {
    String value = field.text();
    put(itemType, field.id(), value, event);
    put(itemType, field.code(), value, event);
    put(itemType, field.code().toLowerCase(Locale.ROOT), value, event);
    put(itemType, field.name(), value, event);
  }

  private void put(String itemType, String name, String value, ChangeEventBuilder event) {
    if (name.isEmpty()) {
      return;
    }
    switch (kept.keeping(itemType, name)) {
      case DROPPED -> {}
      case PRESENCE -> event.field(name, value.isEmpty() ? "" : PRESENT);
      case VALUE -> event.field(name, shortened(value));
    }
  }

  private static String tags(FormNode tags) {
    List<String> names = new ArrayList<>();
    tags.children().values().forEach(tag -> tag.text("name").ifPresent(names::add));
    return String.join(CustomField.BETWEEN_VALUES, names);
  }

  private static String shortened(String value) {
    if (value.length() <= LENGTH) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    return value.substring(0, end);
  }
}
