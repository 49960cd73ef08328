package dev.svodka.report.page;

import dev.svodka.report.declare.NextIssue;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Texts;
import io.jstach.jstache.JStache;
import java.net.URI;
import java.util.List;
import java.util.Optional;

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
    String script,
    String scriptSource,
    String home,
    List<Link> current,
    List<Issue> issues,
    Words words,
    List<String> broken,
    List<ChapterView> chapters,
    List<String> silent,
    List<Named> quality) {

  boolean hasBroken() {
    return !broken.isEmpty();
  }

  /** A page about the data has its own. */
  boolean ofFigures() {
    return !quality.isEmpty();
  }

  boolean noChapters() {
    return chapters.isEmpty();
  }

  /**
   * When the page will be made anew.
   *
   * @param overdue the instant from which the script shows {@code stale}
   */
  record Issue(String expected, String overdue, String stale) {
    static Issue of(NextIssue next, Texts texts, Formats formats) {
      String expected = formats.moment(next.expected());
      return new Issue(
          texts.get("page.expected", expected),
          next.overdue().toString(),
          texts.get("page.stale", expected));
    }
  }

  /** The page's own words; those of the script hold %1 and %2. */
  record Words(
      String skip,
      String back,
      String download,
      String define,
      ScriptWords script,
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
      List<TableView> tables,
      boolean tablesFirst) {
    boolean hasCharts() {
      return !charts.isEmpty();
    }

    /** The same in a page that lies elsewhere: with what leads to the pages of other reports. */
    ChapterView below(String above) {
      return new ChapterView(
          id,
          title,
          titled,
          lead,
          headlinesLabel,
          headlines,
          charts,
          tables.stream().map(table -> table.below(above)).toList(),
          tablesFirst);
    }
  }

  /**
   * A figure at the top.
   *
   * @param words the value is said in words: there is no figure
   * @param list the page that lists what is counted, or nothing
   * @param base lists of one text or none
   * @param spark an SVG of ours, or nothing
   */
  record HeadlineView(
      String name,
      String value,
      boolean words,
      String full,
      List<String> list,
      List<Base> base,
      List<String> change,
      List<String> verdict,
      String verdictClass,
      String spark,
      String defineLabel,
      String definition,
      String definitionValues) {}

  /**
   * What a figure is of.
   *
   * @param list the page that lists it, or nothing
   */
  record Base(String text, List<String> list) {
    Base(String text) {
      this(text, List.of());
    }
  }

  record FigureView(
      String title,
      String subtitle,
      String svg,
      List<DefinitionView> definitions,
      List<Link> files) {
    boolean defined() {
      return !definitions.isEmpty();
    }
  }

  /** A figure's names, and what it means. */
  record DefinitionView(String names, String text) {}

  /**
   * A table.
   *
   * @param label no other table of the page has it
   * @param title empty where the page's own says it
   */
  record TableView(
      String label,
      String title,
      String subtitle,
      List<ColumnView> columns,
      List<GroupView> groups,
      List<String> more,
      List<DefinitionView> definitions,
      List<Link> files) {
    boolean defined() {
      return !definitions.isEmpty();
    }

    TableView below(String above) {
      return new TableView(
          label,
          title,
          subtitle,
          columns,
          groups.stream().map(group -> group.below(above)).toList(),
          more,
          definitions,
          files);
    }

    boolean titled() {
      return !title.isEmpty();
    }

    TableView withMore(String said) {
      return new TableView(
          label, title, subtitle, columns, groups, List.of(said), definitions, files);
    }
  }

  record ColumnView(String title, boolean number) {}

  /**
   * Rows that belong together.
   *
   * @param heading over them, or nothing
   */
  record GroupView(List<GroupHeading> heading, List<RowView> rows) {
    GroupView below(String above) {
      return new GroupView(heading, rows.stream().map(row -> row.below(above)).toList());
    }
  }

  /**
   * What stands over the rows of a group.
   *
   * @param columns across how many
   */
  record GroupHeading(String name, String note, int columns) {}

  /**
   * A row.
   *
   * @param value by which the script sorts; empty where it is the text
   * @param address the page that the head leads to, or nothing; so of cells
   */
  record RowView(String head, Optional<String> value, List<String> address, List<CellView> cells) {
    RowView below(String above) {
      return new RowView(
          head,
          value,
          address.stream().map(a -> URI.create(a).isAbsolute() ? a : above + a).toList(),
          cells);
    }
  }

  /**
   * A cell.
   *
   * @param note below the text, or nothing
   * @param line an SVG of ours before the text, or nothing
   */
  record CellView(
      String text,
      Optional<String> value,
      List<String> address,
      Optional<String> css,
      Optional<String> style,
      List<String> note,
      String line) {}
}
