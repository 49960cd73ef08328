package dev.svodka.report.page;

import dev.svodka.report.page.PageView.Base;
import dev.svodka.report.page.PageView.ChapterView;
import dev.svodka.report.page.PageView.HeadlineView;
import dev.svodka.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first sheet of a workbook says.
 *
 * @param title the report's
 * @param facts company, period, as-of, zone: name and value
 * @param figures those at the top of the page: name, value, definition
 */
record AboutSheet(
    String sheet, String title, List<List<String>> facts, List<List<String>> figures) {
  AboutSheet {
    facts = facts.stream().map(List::copyOf).toList();
    figures = figures.stream().map(List::copyOf).toList();
  }

  /** The same words as on the page. */
  static AboutSheet of(PageView page, Texts texts) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(texts.get("workbook.company"), page.company()));
    facts.add(List.of(texts.get("workbook.period"), page.period()));
    facts.add(List.of(texts.get("workbook.data"), page.upTo() + ", " + page.zone()));
    Stream.concat(page.broken().stream(), page.silent().stream())
        .forEach(note -> facts.add(List.of(texts.get("workbook.note"), note)));
    List<List<String>> figures = new ArrayList<>();
    for (ChapterView chapter : page.chapters()) {
      figures.add(List.of(chapter.title(), chapter.lead()));
      chapter.headlines().forEach(headline -> figures.add(row(headline)));
    }
    return new AboutSheet(texts.get("workbook.about"), page.title(), facts, figures);
  }

  private static List<String> row(HeadlineView headline) {
    String value =
        Stream.of(
                Stream.of(headline.full().isEmpty() ? headline.value() : headline.full()),
                headline.base().stream().map(Base::text),
                headline.change().stream(),
                headline.verdict().stream())
            .flatMap(texts -> texts)
            .collect(Collectors.joining("; "));
    return List.of(
        headline.name(), value, headline.definition() + " " + headline.definitionValues());
  }
}
