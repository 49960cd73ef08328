package dev.svodka.source.amocrm;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts as amoCRM writes them: digits, at most one point, no exponent. */
final class Amounts {
  private static final int WHOLE_DIGITS = 16;
  private static final int LENGTH = 24;

  private Amounts() {}

  static Optional<BigDecimal> read(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int whole = (point < 0 ? text.length() : point) - from;
    boolean wholeIsDigits =
        text.length() <= LENGTH
            && whole >= 1
            && whole <= WHOLE_DIGITS
            && digits(text, from, from + whole);
    boolean restIsDigits =
        point < 0 || (point + 1 < text.length() && digits(text, point + 1, text.length()));
    return wholeIsDigits && restIsDigits ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
