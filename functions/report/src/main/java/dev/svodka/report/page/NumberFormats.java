package dev.svodka.report.page;

import dev.svodka.core.business.Language;
import dev.svodka.report.text.Formats;
import java.util.Optional;

/**
 * Formats of cells as workbooks write them: always the American way, the program that opens them
 * puts in the reader's own separators.
 */
record NumberFormats(Language language, Formats formats) {
  Optional<String> of(Type type) {
    return switch (type.kind()) {
      case TEXT, NUMBER -> Optional.empty();
      case DAY -> Optional.of(language == Language.RU ? "dd.mm.yyyy" : "d mmm yyyy");
      case COUNT -> Optional.of("#,##0");
      case SHARE -> Optional.of("0.0%");
      case HOURS, DAYS -> Optional.of("#,##0.0");
      case MONEY -> Optional.of(money(type.currency()));
    };
  }

  private String money(String currency) {
    String sign = formats.sign(currency).replace("\"", "");
    return switch (language) {
      case RU -> "#,##0.00\\ \"%s\"".formatted(sign);
      case EN ->
          sign.length() == 1
              ? "\"%1$s\"#,##0.00;-\"%1$s\"#,##0.00".formatted(sign)
              : "\"%1$s\"\\ #,##0.00;-\"%1$s\"\\ #,##0.00".formatted(sign);
    };
  }
}
