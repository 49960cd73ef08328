package dev.svodka.report.page;

import dev.svodka.report.page.PageView.Link;
import dev.svodka.report.page.PageView.TableView;
import io.jstach.jstache.JStache;
import java.util.List;

/**
 * What the template of a list's page reads: texts, ready for escaping.
 *
 * @param facts period, company, as-of
 * @param tables one
 */
@JStache(path = "page/list.mustache")
record ListView(
    String lang,
    String title,
    List<String> facts,
    String style,
    String script,
    String scriptSource,
    Link report,
    Words words,
    String upTo,
    List<TableView> tables) {

  /** The page's own words; those of the script hold %1 and %2. */
  record Words(String skip, String download, String define, ScriptWords script, String footer) {}
}
