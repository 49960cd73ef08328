package dev.svodka.report.page;

import dev.svodka.report.chart.Chart;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.Charts;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.PageView.CellView;
import dev.svodka.report.page.PageView.ChapterView;
import dev.svodka.report.page.PageView.ColumnView;
import dev.svodka.report.page.PageView.FigureView;
import dev.svodka.report.page.PageView.GroupHeading;
import dev.svodka.report.page.PageView.GroupView;
import dev.svodka.report.page.PageView.HeadlineView;
import dev.svodka.report.page.PageView.Link;
import dev.svodka.report.page.PageView.RowView;
import dev.svodka.report.page.PageView.TableView;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.text.Outside;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process's chapter: its part of the page, and the files of its charts and tables. */
final class ChapterWriter {
  private final ReportSpec spec;
  private final Scene scene;
  private final boolean titled;
  private final List<File> files = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<FigureView> charts = new ArrayList<>();
  private final List<TableView> tables = new ArrayList<>();

  ChapterWriter(ReportSpec spec, Scene scene, boolean titled) {
    this.spec = spec;
    this.scene = scene;
    this.titled = titled;
  }

  List<File> files() {
    return List.copyOf(files);
  }

  /** The chapter's tables, for the report's workbook. */
  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  ChapterView write() {
    for (Section section : spec.sections()) {
      Sections.make(scene, section).ifPresent(made -> add(section, made));
    }
    Headlines headlines = new Headlines(scene);
    Stream<HeadlineView> own =
        spec.ofData()
            ? new QualityHeadlines(QualityScene.of(scene)).views().stream()
            : spec.ofActs()
                ? new ActHeadlines(ActScene.of(scene)).views().stream()
                : Stream.empty();
    List<HeadlineView> figures =
        Stream.concat(own, spec.headlines().stream().flatMap(h -> headlines.view(h).stream()))
            .toList();
    return new ChapterView(
        anchor(scene.part()),
        title(),
        titled,
        Lead.of(scene, spec),
        scene.texts().get("page.headlines"),
        figures,
        charts,
        tables,
        spec.sections().stream().findFirst().filter(first -> !first.kind().chart()).isPresent());
  }

  private void add(Section section, Made made) {
    String name = fileName(section);
    List<Link> links = new ArrayList<>();
    made.chart().ifPresent(data -> addChart(name, section, made, data, links));
    if (!made.table().rows().isEmpty()) {
      Table table =
          made.table()
              .forFiles(scene.texts().get("column.address"), scene.texts().get("column.note"));
      file(name + ".csv", "text/csv; charset=utf-8", Csv.write(table), links, "CSV");
      String language = scene.texts().language().tag();
      file(
          name + ".json",
          "application/json",
          TableJson.write(made.title(), made.subtitle(), table, language),
          links,
          "JSON");
      sheets.add(sheet(section, made, table));
    }
    if (made.chart().isEmpty() && !made.table().rows().isEmpty()) {
      tables.add(table(section, made, links));
    }
  }

  private Sheet sheet(Section section, Made made, Table table) {
    String name =
        scene
            .texts()
            .find("sheet." + section.id())
            .or(() -> scene.texts().find("sheet." + section.kind().yaml()))
            .orElse(made.title());
    String chapter = titled ? title() : "";
    return new Sheet(
        chapter.isEmpty() ? name : chapter + " · " + name, made.title(), made.subtitle(), table);
  }

  private void addChart(String name, Section section, Made made, ChartData data, List<Link> links) {
    Chart chart = Charts.draw(data);
    String id = "c-" + name.replace('.', '-');
    String description = made.subtitle() + " " + words(made.table());
    byte[] svg =
        chart
            .svgFile(id, made.title(), made.subtitle(), description)
            .getBytes(StandardCharsets.UTF_8);
    file(name + ".svg", "image/svg+xml", svg, links, "SVG");
    file(name + ".png", "image/png", chart.png(made.title(), made.subtitle()), links, "PNG");
    charts.add(
        new FigureView(
            made.title(),
            made.subtitle(),
            chart.inlineSvg(id, made.title(), description),
            SectionDefinitions.of(scene, section),
            links));
  }

  private void file(String name, String type, byte[] content, List<Link> links, String label) {
    String path = spec.id() + "/" + name;
    files.add(new File(path, type, content));
    links.add(new Link(path, label));
  }

  private String fileName(Section section) {
    return "%s-%s.%s".formatted(scene.part(), section.id(), scene.texts().language().tag());
  }

  /** The chapter's id in its page. */
  static String anchor(String part) {
    return "p-" + part;
  }

  private String title() {
    return scene.title() + scene.currency().map(c -> ", " + Outside.clean(c)).orElse("");
  }

  /** The chart's figures for those who cannot see it. */
  private static String words(Table table) {
    return table.rows().stream()
        .limit(40)
        .map(
            row ->
                row.stream()
                    .map(Table.Cell::text)
                    .filter(t -> !t.isEmpty())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private TableView table(Section section, Made made, List<Link> links) {
    int first = made.groups().isEmpty() ? 0 : 1;
    List<ColumnView> columns =
        made.table().columns().stream()
            .skip(first)
            .map(c -> new ColumnView(c.title(), c.number()))
            .toList();
    List<GroupView> groups = groups(made, columns);
    int all = made.table().rows().size();
    int shown = groups.stream().mapToInt(group -> group.rows().size()).sum();
    List<String> more =
        shown == all
            ? List.of()
            : List.of(scene.texts().get("table.more", scene.formats().count(all - shown)));
    return new TableView(
        titled ? title() + ": " + made.title() : made.title(),
        made.title(),
        made.subtitle(),
        columns,
        groups,
        more,
        SectionDefinitions.of(scene, section),
        links);
  }

  private List<GroupView> groups(Made made, List<ColumnView> columns) {
    List<List<Table.Cell>> rows = made.table().rows();
    if (made.groups().isEmpty()) {
      List<List<Table.Cell>> shown = rows.subList(0, Math.min(rows.size(), made.rows()));
      return List.of(
          new GroupView(List.of(), shown.stream().map(r -> row(r, 0, columns)).toList()));
    }
    return new RowGroups(made)
        .shown().stream()
            .map(
                group ->
                    new GroupView(
                        List.of(heading(group, columns.size())),
                        rows.subList(group.from(), group.to()).stream()
                            .map(r -> row(r, 1, columns))
                            .toList()))
            .toList();
  }

  private GroupHeading heading(RowGroups.Shown shown, int columns) {
    String note = shown.group().note();
    return new GroupHeading(
        shown.group().name(),
        shown.left() == 0
            ? note
            : scene.texts().get("group.shown", note, scene.formats().count(shown.rows())),
        columns);
  }

  private static RowView row(List<Table.Cell> row, int first, List<ColumnView> columns) {
    List<CellView> cells = new ArrayList<>();
    for (int i = first + 1; i < row.size(); i++) {
      cells.add(cell(row.get(i), columns.get(i - first).number()));
    }
    Table.Cell head = row.get(first);
    return new RowView(head.text(), head.sortKey(), address(head), cells);
  }

  private static CellView cell(Table.Cell cell, boolean number) {
    Stream<String> look =
        Stream.of(
            number ? "n" : cell.type().equals(Type.DAY) ? "d" : "",
            cell.ripening() ? "ripening" : cell.shade().isPresent() ? "shade" : "");
    String css = look.filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
    return new CellView(
        cell.text(),
        cell.sortKey(),
        address(cell),
        Optional.of(css).filter(c -> !c.isEmpty()),
        cell.shade().isEmpty() || cell.ripening()
            ? Optional.empty()
            : Optional.of(shade(cell.shade().getAsDouble())),
        cell.note().stream().toList(),
        cell.line().map(Table.Line::svg).orElse(""));
  }

  private static String shade(double value) {
    double percent = 4 + 46 * Math.clamp(value, 0, 1);
    return "--s:%s%%".formatted(String.format(Locale.ROOT, "%.0f", percent));
  }

  private static List<String> address(Table.Cell cell) {
    return cell.link().map(URI::toString).stream().toList();
  }
}
