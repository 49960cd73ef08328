package dev.svodka.report.page;

import dev.svodka.report.chart.Chart;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.Charts;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.PageView.ChapterView;
import dev.svodka.report.page.PageView.FigureView;
import dev.svodka.report.page.PageView.HeadlineView;
import dev.svodka.report.page.PageView.Link;
import dev.svodka.report.page.PageView.TableView;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.text.Outside;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    return sheet(name, made.title(), made.subtitle(), table);
  }

  /** A sheet that is told from those of other chapters. */
  Sheet sheet(String name, String title, String subtitle, Table table) {
    return new Sheet(name().map(n -> n + " · ").orElse("") + name, title, subtitle, table);
  }

  Scene scene() {
    return scene;
  }

  /** What the chapter is called, where there are several. */
  Optional<String> name() {
    return titled ? Optional.of(title()) : Optional.empty();
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
    return new PageTables(scene.texts(), scene.formats())
        .view(
            titled ? title() + ": " + made.title() : made.title(),
            made,
            SectionDefinitions.of(scene, section),
            links);
  }
}
