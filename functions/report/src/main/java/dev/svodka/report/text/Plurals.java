package dev.svodka.report.text;

import dev.svodka.core.business.Language;

/** Which form of a noun stands after a whole number: CLDR's cardinal rules of both languages. */
public enum Plurals {
  ONE("one"),
  FEW("few"),
  MANY("many");

  private final String suffix;

  Plurals(String suffix) {
    this.suffix = suffix;
  }

  /** The end of the bundle key: {@code one few many}; English knows {@code one} and many. */
  public String suffix() {
    return suffix;
  }

  public static Plurals of(long number, Language language) {
    long n = Math.abs(number);
    return switch (language) {
      case EN -> n == 1 ? ONE : MANY;
      case RU -> {
        long tens = n % 100;
        long ones = n % 10;
        if (ones == 1 && tens != 11) {
          yield ONE;
        }
        yield ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? FEW : MANY;
      }
    };
  }
}
