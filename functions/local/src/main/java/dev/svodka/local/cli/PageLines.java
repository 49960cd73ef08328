package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.report.Published;
import dev.svodka.report.Published.Page;
import dev.svodka.report.page.Rendered.Headline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of published reports: the headline figures, and where the pages lie. */
public final class PageLines {
  private PageLines() {}

  /**
   * The figures once, in the business's language where there is a page in it, then what lies beside
   * its front page.
   */
  public static List<String> of(Published published, Business business, Path out) {
    List<String> lines = new ArrayList<>();
    Language told =
        published.pages().stream()
            .map(Page::language)
            .filter(business.language()::equals)
            .findFirst()
            .orElseGet(() -> published.pages().getFirst().language());
    for (Page page : published.pages()) {
      if (page.language() == told) {
        lines.add(page.title() + ", " + page.period());
        page.lead().forEach(sentence -> lines.add("  " + sentence));
        page.headlines().forEach(headline -> lines.add("  " + line(headline)));
      }
    }
    published.broken().forEach(broken -> lines.add("  a fault of ours: " + broken));
    published.paths().stream()
        .filter(path -> path.indexOf('/') == path.lastIndexOf('/'))
        .filter(path -> path.endsWith(".html") || path.endsWith(".json"))
        .forEach(path -> lines.add(out.resolve(path).toString()));
    return lines;
  }

  private static String line(Headline headline) {
    String change = headline.change().isEmpty() ? "" : " (" + headline.change() + ")";
    return "%s: %s %s%s".formatted(headline.process(), headline.name(), headline.value(), change);
  }
}
