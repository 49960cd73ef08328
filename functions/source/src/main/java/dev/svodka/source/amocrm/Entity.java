package dev.svodka.source.amocrm;

import java.util.Locale;
import java.util.Optional;

/** The entities in the keys of a delivery; companies come under {@code contacts}. */
enum Entity {
  LEADS,
  CONTACTS,
  COMPANIES,
  CUSTOMERS,
  TASK,
  CATALOGS,
  UNSORTED,
  MESSAGE,
  OUTGOING_MESSAGE,
  TALK;

  static Optional<Entity> of(String key) {
    for (Entity entity : values()) {
      if (entity.key().equals(key)) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
