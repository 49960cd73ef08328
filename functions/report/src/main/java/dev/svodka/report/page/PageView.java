package dev.svodka.report.page;

import io.jstach.jstache.JStache;
import java.util.List;

/** What the template of a report's page reads: nothing but texts, ready for escaping. */
@JStache(path = "page/report.mustache")
record PageView(
    String lang,
    String title,
    String period,
    String company,
    String upTo,
    String zone,
    Link workbook,
    String style,
    Words words,
    List<String> broken,
    List<ChapterView> chapters,
    List<String> silent,
    List<Named> quality) {

  boolean hasBroken() {
    return !broken.isEmpty();
  }

  boolean noChapters() {
    return chapters.isEmpty();
  }

  /** The page's own words. */
  record Words(
      String back,
      String broken,
      String noProcess,
      String quality,
      String reading,
      String readingText,
      String footer) {}

  record Named(String name, String value) {}

  record Link(String href, String label) {}

  /** One process; titled where the page has several. */
  record ChapterView(
      String id,
      String title,
      boolean titled,
      String lead,
      String headlinesLabel,
      List<HeadlineView> headlines,
      List<FigureView> charts,
      List<TableView> tables) {}

  /**
   * A figure at the top.
   *
   * @param words the value is said in words: there is no figure
   * @param base lists of one text or none
   * @param spark an SVG of ours, or nothing
   */
  record HeadlineView(
      String name,
      String value,
      boolean words,
      String full,
      List<String> base,
      List<String> change,
      List<String> verdict,
      String verdictClass,
      String spark,
      String defineLabel,
      String definition,
      String definitionValues) {}

  record FigureView(String title, String subtitle, String svg, List<Link> files) {}

  record TableView(
      String title,
      String subtitle,
      List<ColumnView> columns,
      List<RowView> rows,
      List<String> more,
      List<Link> files) {}

  record ColumnView(String title, boolean number) {}

  /**
   * @param address the page that the head leads to, or nothing; so of cells
   */
  record RowView(String head, List<String> address, List<CellView> cells) {}

  record CellView(String text, List<String> address, String css, String style) {}
}
