package dev.svodka.core.payment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an invoice, comparable however it is written: case, Latin letters that look like
 * Cyrillic ones, {@code ё} and the kind of dash make no difference.
 *
 * @param whole all of it
 * @param series the letters before the digits, where it is letters, zeros and digits: {@code УТ} of
 *     {@code УТ00-000104}; empty in any other number
 * @param digits the digits without leading zeros; empty where the number is of another shape, such
 *     as {@code 104/1}
 */
record InvoiceNumber(String whole, String series, String digits) {
  private static final String LATIN = "ABCEHKMOPTXY";
  private static final String CYRILLIC = "АВСЕНКМОРТХУ";
  private static final Pattern PLAIN = Pattern.compile("(\\p{L}{0,8})-?(?:0+-)?0*([1-9][0-9]*)");

  static InvoiceNumber of(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    for (char c : text.toUpperCase(Locale.ROOT).strip().toCharArray()) {
      int lookalike = LATIN.indexOf(c);
      if (lookalike >= 0) {
        whole.append(CYRILLIC.charAt(lookalike));
      } else {
        whole.append(c == 'Ё' ? 'Е' : dash(c) ? '-' : c);
      }
    }
    Matcher plain = PLAIN.matcher(whole);
    return plain.matches()
        ? new InvoiceNumber(whole.toString(), plain.group(1), plain.group(2))
        : new InvoiceNumber(whole.toString(), "", "");
  }

  /** The same number as it stands, or but for zeros and dashes. */
  boolean same(InvoiceNumber other) {
    return whole.equals(other.whole)
        || (!digits.isEmpty() && digits.equals(other.digits) && series.equals(other.series));
  }

  /** The same digits, where one of the two leaves the series out. */
  boolean nearly(InvoiceNumber other) {
    return !digits.isEmpty()
        && digits.equals(other.digits)
        && (series.isEmpty() || other.series.isEmpty());
  }

  /** Numbers that are the same, or nearly, have the same key. */
  String key() {
    return digits.isEmpty() ? whole : digits;
  }

  private static boolean dash(char c) {
    return c == '_' || c == '\\' || Character.getType(c) == Character.DASH_PUNCTUATION;
  }
}
