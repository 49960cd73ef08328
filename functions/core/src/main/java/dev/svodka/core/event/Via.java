package dev.svodka.core.event;

import java.util.Locale;

/** The way an event came: pushed by the CRM, asked of its API, or read from a history file. */
public enum Via {
  HOOK,
  API,
  FILE;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in events, files and SQL. */
  public String text() {
    return text;
  }

  public static Via of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
