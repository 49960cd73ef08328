package dev.svodka.source.amocrm;

import java.util.Locale;
import java.util.Optional;

/** The actions in the keys of a delivery: {@code leads[status][0]…}. */
enum Action {
  ADD,
  UPDATE,
  STATUS,
  RESPONSIBLE,
  DELETE,
  RESTORE,
  NOTE,
  /** A mail came in: a trigger of the digital pipeline. */
  MAIL_IN;

  static Optional<Action> of(String key) {
    for (Action action : values()) {
      if (action.key().equals(key)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
