package dev.svodka.core.event;

import java.util.Locale;

/** What happened to the item. */
public enum Kind {
  CREATED,
  MOVED,
  ASSIGNED,
  CHANGED,
  PAID,
  CONTACTED,
  DELETED,
  RESTORED,
  MERGED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in events, files and SQL. */
  public String text() {
    return text;
  }

  public static Kind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
