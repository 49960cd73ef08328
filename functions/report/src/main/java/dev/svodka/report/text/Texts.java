package dev.svodka.report.text;

import dev.svodka.core.business.Language;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The words of reports in one language, from {@code text/report_<language>.properties}. A text may
 * hold {@code {0}}, {@code {1}} …; a key may be refined by an item's type ({@code
 * figure.succeeded.deal} before {@code figure.succeeded}).
 */
public final class Texts {
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle bundle;

  public Texts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("text.report", language.locale(), NO_OTHER_LANGUAGE);
  }

  public Language language() {
    return language;
  }

  public String get(String key, Object... args) {
    return find(key, args)
        .orElseThrow(
            () ->
                new SvodkaException(
                    ErrorCode.INTERNAL,
                    "no text «%s» in %s; add it to report_%s.properties"
                        .formatted(key, language, language.tag())));
  }

  public Optional<String> find(String key, Object... args) {
    return bundle.containsKey(key)
        ? Optional.of(fill(bundle.getString(key), args))
        : Optional.empty();
  }

  /** The texts whose keys begin so, as they stand in the bundle. */
  SortedMap<String, String> all(String prefix) {
    return bundle.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toMap(key -> key, bundle::getString, (a, b) -> a, TreeMap::new));
  }

  /** The text for items of one type where there is one, else the text for all. */
  public String forType(String key, String itemType, Object... args) {
    return find(key + "." + itemType, args).orElseGet(() -> get(key, args));
  }

  /** The form of the text that agrees with the number; {@code {0}} is the number as formatted. */
  public String plural(String key, String itemType, long number, String formatted) {
    String form = "." + Plurals.of(number, language).suffix();
    return find(key + "." + itemType + form, formatted).orElseGet(() -> get(key + form, formatted));
  }

  /** Not by {@code MessageFormat}: it would swallow apostrophes and format numbers its own way. */
  private static String fill(String text, Object... args) {
    StringBuilder filled = new StringBuilder(text.length() + 16 * args.length);
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}') {
        int index = text.charAt(at + 1) - '0';
        if (index >= 0 && index < args.length) {
          filled.append(args[index]);
          at += 3;
          continue;
        }
      }
      filled.append(text.charAt(at++));
    }
    return filled.toString();
  }
}
