package dev.svodka.source.imports;

import dev.svodka.core.event.ChangeEvent;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One text as an amount: {@code 10 000,50}, {@code 1,234.50}, {@code $1 054}, {@code -3.2E4}.
 * Groups stand apart by an ordinary, no-break or narrow space, an apostrophe, or the one of comma
 * and point that is not the decimal mark.
 */
final class AmountShape {
  /** decimal(18,2) has so many digits before the point. */
  private static final int MAX_WHOLE_DIGITS = 18 - ChangeEvent.AMOUNT_SCALE;

  private static final int MAX_CHARS = 64;
  private static final int MAX_EXPONENT = 30;

  private AmountShape() {}

  /** What one amount says about the decimal mark of its file. */
  enum Mark {
    /** It reads the same both ways, or not at all. */
    NEITHER,
    POINT,
    COMMA,
    /** {@code 1,234}: a thousand and more, or a bit more than one. */
    EITHER
  }

  static Mark mark(String text) {
    int commas = count(text, ',');
    int points = count(text, '.');
    if (commas == 0 && points == 0) {
      return Mark.NEITHER;
    }
    if (commas > 0 && points > 0) {
      return text.lastIndexOf(',') > text.lastIndexOf('.') ? Mark.COMMA : Mark.POINT;
    }
    if (commas > 1 || points > 1) {
      return commas > 1 ? Mark.POINT : Mark.COMMA;
    }
    boolean point = read(text, false).isPresent();
    boolean comma = read(text, true).isPresent();
    if (point && comma) {
      return Mark.EITHER;
    }
    return point ? Mark.POINT : comma ? Mark.COMMA : Mark.NEITHER;
  }

  /**
   * The amount.
   *
   * @return nothing where it is no number, or has more than 16 digits before the decimal mark
   */
  static Optional<BigDecimal> read(String text, boolean decimalComma) {
    char mark = decimalComma ? ',' : '.';
    int from = 0;
    int to = text.length();
    if (to > MAX_CHARS) {
      return Optional.empty();
    }
    from = skip(text, from, to);
    boolean negative = false;
    if (from < to && sign(text.charAt(from))) {
      negative = text.charAt(from) != '+';
      from = skip(text, from + 1, to);
    }
    while (to > from && (currency(text.charAt(to - 1)) || space(text.charAt(to - 1)))) {
      to--;
    }
    StringBuilder plain = new StringBuilder(to - from + 1);
    if (negative) {
      plain.append('-');
    }
    int group = -1;
    int whole = 0;
    int position = from;
    for (; position < to; position++) {
      char c = text.charAt(position);
      if (c >= '0' && c <= '9') {
        plain.append(c);
        whole++;
        group += group >= 0 ? 1 : 0;
      } else if (grouping(c, mark)) {
        if (whole == 0 || (whole > 3 && group < 0) || group == 0 || group == 1 || group > 3) {
          return Optional.empty();
        }
        group = 0;
      } else {
        break;
      }
    }
    boolean leadingZeroGroup = group >= 0 && plain.charAt(negative ? 1 : 0) == '0';
    if ((group >= 0 && group != 3) || leadingZeroGroup) {
      return Optional.empty();
    }
    return rest(text, position, to, mark, plain, whole);
  }

  private static Optional<BigDecimal> rest(
      String text, int start, int to, char mark, StringBuilder plain, int whole) {
    int position = start;
    int decimals = 0;
    if (position < to && text.charAt(position) == mark) {
      plain.append('.');
      for (position++; position < to && digit(text.charAt(position)); position++) {
        plain.append(text.charAt(position));
        decimals++;
      }
    }
    if (whole + decimals == 0) {
      return Optional.empty();
    }
    int exponent = 0;
    if (position < to && (text.charAt(position) == 'E' || text.charAt(position) == 'e')) {
      String power = text.substring(position + 1, to);
      if (!power.matches("[+-]?[0-9]{1,3}")) {
        return Optional.empty();
      }
      exponent = Integer.parseInt(power);
      position = to;
    }
    if (position != to || Math.abs(exponent) > MAX_EXPONENT) {
      return Optional.empty();
    }
    if (decimals == 0 && plain.charAt(plain.length() - 1) == '.') {
      plain.setLength(plain.length() - 1);
    }
    BigDecimal amount = new BigDecimal(plain.toString()).scaleByPowerOfTen(exponent);
    return amount.precision() - amount.scale() > MAX_WHOLE_DIGITS
        ? Optional.empty()
        : Optional.of(amount);
  }

  private static int skip(String text, int start, int to) {
    int from = start;
    while (from < to && (currency(text.charAt(from)) || space(text.charAt(from)))) {
      from++;
    }
    return from;
  }

  private static boolean sign(char c) {
    return c == '-' || c == '+' || c == '\u2212';
  }

  private static boolean currency(char c) {
    return c == '$' || (c > 0x7F && Character.getType(c) == Character.CURRENCY_SYMBOL);
  }

  private static boolean space(char c) {
    return c == ' ' || (c > 0x7F && Character.isSpaceChar(c));
  }

  private static boolean grouping(char c, char mark) {
    return space(c) || c == '\'' || c == '\u2019' || ((c == ',' || c == '.') && c != mark);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int count(String text, char c) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == c ? 1 : 0;
    }
    return count;
  }
}
