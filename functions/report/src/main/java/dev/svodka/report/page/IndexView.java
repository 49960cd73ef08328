package dev.svodka.report.page;

import io.jstach.jstache.JStache;
import java.util.List;

/** What the template of the front page reads. */
@JStache(path = "page/index.mustache")
record IndexView(
    String lang,
    String title,
    String company,
    String upTo,
    String style,
    String script,
    String scriptSource,
    List<Entry> entries,
    String keptLabel,
    String footer) {
  record Entry(
      String href,
      String title,
      String period,
      List<PageView.Issue> issues,
      List<PageView.Link> kept,
      List<String> leads) {}
}
