package dev.svodka.core.event;

import java.util.Locale;

/** The system, or the kind of file, that an event came from. */
public enum SourceKind {
  AMOCRM,
  BITRIX24,
  ONEC,
  HTTP,
  CSV,
  XES;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in events, files and SQL. */
  public String text() {
    return text;
  }

  public static SourceKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
