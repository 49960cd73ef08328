package dev.svodka.core.payment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the invoices that the purpose of a payment names, by whole words: {@code счет № 104 от
 * 09.01.2024}, {@code сч. 12}, {@code счетам № 104, 105 и 106}, {@code заказу клиента №9614}. Bank
 * accounts ({@code р/счет}, {@code лицевой счет}), {@code счет-фактура}, sums and percents are
 * none.
 */
final class PurposeReader {
  /** The law allows 210 characters; what is longer is no purpose of a payment. */
  private static final int MAX_CHARS = 4_096;

  private static final int MAX_NUMBER = 30;

  /** A number of more digits is an account. */
  private static final int MAX_DIGITS = 11;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<date>\\d{1,2}(?<mark>[./-])\\d{1,2}\\k<mark>(?:\\d{4}|\\d{2})(?![\\d./-]*\\d)"
              + "|\\d{4}-\\d{2}-\\d{2}(?!\\d))"
              + "|(?<sum>\\d+\\.\\d+)"
              + "|(?<word>[\\p{L}\\p{N}]+(?:[-/_\\\\][\\p{L}\\p{N}]+)*+)"
              + "|(?<sign>[^\\s\\p{L}\\p{N}])");
  private static final Pattern INVOICE =
      Pattern.compile(
          "(?:сч[её]т(?:а|у|ом|е|ов|ам|ами|ах)?|сч|сч[её]т(?:а|у)?-(?:договор|оферт)(?:а|у|ы|е)?"
              + "|заказ(?:а|у|ом|ов|ам)?|инвойс(?:а|у)?|invoice|inv)"
              + "(\\d.*)?");
  private static final Pattern ACCOUNT = Pattern.compile("расч.*|лиц.*|кор.*|банк.*|депоз.*|[рлк]");
  private static final Set<String> BETWEEN =
      Set.of("оплату", "клиента", "покупателя", "n", "no", "nr", "номер");
  private static final String NUMBER_SIGNS = "№#.:-(\"«";
  private static final Set<String> AFTER_LIST = Set.of("и", "от", "ндс", "в", "без", "за", "на");
  private static final List<String> MONTHS =
      List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");

  private final List<Token> tokens = new ArrayList<>();
  private final List<InvoiceReference> found = new ArrayList<>();
  private int position;

  private enum Kind {
    DATE,
    SUM,
    WORD,
    SIGN,
    END
  }

  private record Token(Kind kind, String text, String lower) {
    static final Token END = new Token(Kind.END, "", "");

    boolean says(String word) {
      return lower.equals(word);
    }

    /** Whether it is one of these signs. */
    boolean sign(String signs) {
      return kind == Kind.SIGN && signs.contains(text);
    }
  }

  PurposeReader(String purpose) {
    Matcher matcher =
        TOKEN.matcher(purpose.length() > MAX_CHARS ? purpose.substring(0, MAX_CHARS) : purpose);
    while (matcher.find()) {
      Kind kind =
          matcher.group("date") != null
              ? Kind.DATE
              : matcher.group("sum") != null
                  ? Kind.SUM
                  : matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
      String text = matcher.group();
      tokens.add(new Token(kind, text, text.toLowerCase(Locale.ROOT)));
    }
  }

  List<InvoiceReference> read() {
    while (position < tokens.size()) {
      Token token = tokens.get(position++);
      Matcher invoice = INVOICE.matcher(token.lower());
      if (token.kind() == Kind.WORD && invoice.matches() && !ofAccount(position - 1)) {
        String glued = invoice.group(1);
        if (glued == null) {
          list();
        } else {
          Token number = new Token(Kind.WORD, token.text().substring(invoice.start(1)), glued);
          if (isNumber(number, position)) {
            add(number.text());
          }
        }
      }
    }
    return found;
  }

  private boolean ofAccount(int place) {
    return place > 0 && ACCOUNT.matcher(tokens.get(place - 1).lower()).matches();
  }

  /** The numbers after the word: one, or several between commas. */
  private void list() {
    Optional<LocalDate> before = skip();
    int first = found.size();
    if (!number(false)) {
      return;
    }
    if (before.isPresent() && found.size() == first + 1 && found.getLast().date().isEmpty()) {
      found.set(first, new InvoiceReference(found.getLast().number(), before));
    }
    while (true) {
      int back = position;
      if (!separator()) {
        return;
      }
      boolean signed = at(position).sign("№#");
      while (at(position).sign(NUMBER_SIGNS)) {
        position++;
      }
      if (!number(!signed)) {
        position = back;
        return;
      }
    }
  }

  /** What may stand between the word and the number; the date where it stands there. */
  private Optional<LocalDate> skip() {
    Optional<LocalDate> date = Optional.empty();
    for (Token token = at(position); token.kind() != Kind.END; token = at(position)) {
      if (token.kind() == Kind.WORD && token.says("от") && date.isEmpty()) {
        position++;
        date = date();
        if (date.isEmpty()) {
          return date;
        }
      } else if (token.sign(NUMBER_SIGNS)
          || (token.kind() == Kind.WORD && BETWEEN.contains(token.lower()))
          || (token.says("на") && at(position + 1).says("оплату"))
          || (token.says("г") && date.isPresent())) {
        position++;
      } else {
        return date;
      }
    }
    return date;
  }

  private boolean number(boolean bare) {
    Token token = at(position);
    if (!isNumber(token, position + 1) || (bare && !listed(position + 1))) {
      return false;
    }
    position++;
    add(token.text());
    return true;
  }

  private void add(String number) {
    int back = position;
    Optional<LocalDate> date = Optional.empty();
    Token next = at(position);
    if (next.says("от")) {
      position++;
      date = date();
    }
    if (date.isEmpty()) {
      position = back;
    }
    found.add(new InvoiceReference(number, date));
  }

  private boolean isNumber(Token token, int after) {
    Token next = at(after);
    String text = token.text();
    return token.kind() == Kind.WORD
        && text.length() <= MAX_NUMBER
        && text.chars().anyMatch(c -> c >= '0' && c <= '9')
        && (text.length() <= MAX_DIGITS || !text.chars().allMatch(Character::isDigit))
        && !next.sign("%");
  }

  /** Whether a number without a sign of its own goes on the list, and is no count or sum. */
  private boolean listed(int after) {
    Token next = at(after);
    return next.kind() == Kind.END || next.sign(",;.)") || AFTER_LIST.contains(next.lower());
  }

  private boolean separator() {
    Token token = at(position);
    if (token.says("г")) {
      position++;
      token = at(position);
      if (token.sign(".")) {
        position++;
        token = at(position);
      }
    }
    boolean separates = Set.of(",", ";", "и", "&", "+").contains(token.lower());
    position += separates ? 1 : 0;
    return separates;
  }

  /** {@code 09.01.2024}, {@code 9.1.24}, {@code 2024-01-09} or {@code 9 января 2024}. */
  private Optional<LocalDate> date() {
    Token token = at(position);
    if (token.kind() == Kind.DATE) {
      position++;
      String[] parts = token.text().split("[./-]", -1);
      return parts[0].length() == 4
          ? day(parts[0], Integer.parseInt(parts[1]), parts[2])
          : day(parts[2], Integer.parseInt(parts[1]), parts[0]);
    }
    Token month = at(position + 1);
    Token year = at(position + 2);
    if (!token.text().matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int number =
        MONTHS.indexOf(MONTHS.stream().filter(month.lower()::startsWith).findFirst().orElse(""));
    Matcher digits = Pattern.compile("(\\d{4})г?").matcher(year.lower());
    if (number < 0 || !digits.matches()) {
      return Optional.empty();
    }
    position += 3;
    return day(digits.group(1), number + 1, token.text());
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      int century = year.length() == 2 ? 2_000 : 0;
      return Optional.of(
          LocalDate.of(century + Integer.parseInt(year), month, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Token at(int place) {
    return place < tokens.size() ? tokens.get(place) : Token.END;
  }
}
