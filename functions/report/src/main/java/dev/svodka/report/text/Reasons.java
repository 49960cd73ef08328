package dev.svodka.report.text;

import dev.svodka.core.business.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why something could not be read, in the reader's language. Parsers say it in English, as logs and
 * files of rejects keep it; the English bundle has their sentences as {@code reason.…}, the others
 * the same in their words. What no text knows stays as it was said.
 */
public final class Reasons {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  private record Said(String key, int words, Pattern pattern) {}

  private final Texts texts;
  private final List<Said> known;

  public Reasons(Texts texts) {
    this.texts = texts;
    this.known =
        texts.language() == Language.EN
            ? List.of()
            : new Texts(Language.EN)
                .all("reason.").entrySet().stream()
                    .map(text -> said(text.getKey(), text.getValue()))
                    .sorted(Comparator.comparingInt(Said::words).reversed())
                    .toList();
  }

  /** That reason; the sentence with the most words of its own where several fit. */
  public String of(String said) {
    return known.stream().flatMap(one -> filled(one, said).stream()).findFirst().orElse(said);
  }

  private Optional<String> filled(Said one, String said) {
    Matcher matcher = one.pattern().matcher(said);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Object> args = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      args.add(matcher.group(group));
    }
    return Optional.of(texts.get(one.key(), args.toArray()));
  }

  private static Said said(String key, String text) {
    List<String> parts = Stream.of(HOLE.split(text, -1)).map(Pattern::quote).toList();
    return new Said(
        key,
        HOLE.matcher(text).replaceAll("").length(),
        Pattern.compile(String.join("(.+?)", parts)));
  }
}
