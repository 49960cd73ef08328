package dev.svodka.core.business.file;

import dev.svodka.core.business.ImportRule.Dialect;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an import says of the text that its files are written in. */
final class DialectReader {
  private DialectReader() {}

  static Dialect read(Section section) {
    return new Dialect(
        section
            .get("delimiter")
            .flatMap(
                value ->
                    value.parse(
                        DialectReader::delimiter,
                        "is no delimiter",
                        "write one character in quotes, such as \";\", or tab")),
        section
            .get("encoding")
            .flatMap(
                value ->
                    value.parse(
                        text -> Charset.forName(text).name(),
                        "is no encoding",
                        "write UTF-8 or windows-1251")),
        section.get("time-zone").flatMap(Scalars::zone),
        section.get("decimal-comma").flatMap(Value::flag),
        section
            .get("dates")
            .flatMap(
                value ->
                    value.parse(
                        text -> {
                          DateTimeFormatter _ = DateTimeFormatter.ofPattern(text, Locale.ROOT);
                          return text;
                        },
                        "is no pattern of dates",
                        "write y for the year, M for the month, d for the day: \"dd.MM.yyyy\"")));
  }

  private static Character delimiter(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw new IllegalArgumentException(text);
    }
    return text.charAt(0);
  }
}
