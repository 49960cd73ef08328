package dev.svodka.core.business;

import static java.util.Objects.requireNonNull;

/** A text in both languages; a business file that gives one gives it for both. */
public record Localized(String ru, String en) {
  public Localized {
    requireNonNull(ru, "ru is null");
    requireNonNull(en, "en is null");
  }

  public static Localized same(String text) {
    return new Localized(text, text);
  }

  public String in(Language language) {
    return switch (language) {
      case RU -> ru;
      case EN -> en;
    };
  }
}
