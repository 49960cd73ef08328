package dev.svodka.core.business;

import java.util.Locale;

/** A language that reports are written in. */
public enum Language {
  RU,
  EN;

  /** The tag in file names and bundles: {@code ru}, {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return this == RU ? Locale.of("ru", "RU") : Locale.ENGLISH;
  }
}
