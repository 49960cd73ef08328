package dev.svodka.report.page;

import dev.svodka.report.figure.Period;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Leads to the newest page of each report, and to those of earlier weeks and months.
 *
 * @param upTo in words, up to when the events go
 */
record FrontPage(String company, String upTo, Texts texts, Formats formats) {
  /**
   * The front page over the reports of one language.
   *
   * @param issues report ▶ the labels of its weeks and months that can be read, the newest first
   */
  File write(List<Rendered> reports, Map<String, List<String>> issues) {
    List<IndexView.Entry> entries =
        reports.stream()
            .map(
                report ->
                    new IndexView.Entry(
                        report.reportId() + "." + texts.language().tag() + ".html",
                        report.title(),
                        report.period(),
                        List.of(PageView.Issue.of(report.next(), texts, formats)),
                        kept(report.reportId(), issues.getOrDefault(report.reportId(), List.of())),
                        report.lead().stream().limit(1).toList()))
            .toList();
    IndexView view =
        new IndexView(
            texts.language().tag(),
            texts.get("index.title"),
            Outside.clean(company),
            upTo,
            Style.SHEET,
            Script.TEXT,
            Script.SOURCE,
            entries,
            texts.get("index.issues"),
            texts.get("page.footer"));
    return new File(
        "index." + texts.language().tag() + ".html",
        ReportWriter.HTML,
        IndexViewRenderer.of().execute(view).getBytes(StandardCharsets.UTF_8));
  }

  private List<PageView.Link> kept(String report, List<String> issues) {
    return issues.stream()
        .map(
            issue ->
                new PageView.Link(
                    "%1$s/%2$s/%1$s.%3$s.html".formatted(report, issue, texts.language().tag()),
                    called(Period.parse(issue))))
        .toList();
  }

  private String called(Period period) {
    return switch (period.step()) {
      case WEEK -> formats.days(period.first(), period.last()) + " " + period.last().getYear();
      case MONTH -> formats.monthName(period.first());
    };
  }
}
