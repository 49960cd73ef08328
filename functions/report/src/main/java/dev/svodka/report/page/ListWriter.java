package dev.svodka.report.page;

import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.ItemList;
import dev.svodka.kpi.ItemQuery;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.ItemLists.Asked;
import dev.svodka.report.page.PageView.Link;
import dev.svodka.report.page.PageView.TableView;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a chapter's lists of items: a page and a CSV file each, and one sheet for all of them. */
final class ListWriter {
  /** What a page shows and the sheet has of a list; its CSV file has more. */
  static final int SHOWN = 500;

  /** Without the currency, which the amount tells. */
  private static final int ON_PAGE = 7;

  /** That of a list of one figure, over those of several. */
  private static final Comparator<FactItem> ORDER =
      Comparator.comparing((FactItem item) -> item.hours().orElse(BigDecimal.ZERO))
          .reversed()
          .thenComparing(item -> item.day().orElse(LocalDate.MAX));

  private record Found(Asked asked, long count, List<FactItem> items) {
    private boolean isWhole() {
      return items.size() == count;
    }

    private List<FactItem> shown() {
      return items.subList(0, Math.min(items.size(), SHOWN));
    }
  }

  private final ReportSpec spec;
  private final ChapterWriter chapter;
  private final Scene scene;
  private final Texts texts;
  private final List<Found> lists = new ArrayList<>();

  private ListWriter(ReportSpec spec, ChapterWriter chapter, Map<ItemQuery, ItemList> found) {
    this.spec = spec;
    this.chapter = chapter;
    this.scene = chapter.scene();
    this.texts = scene.texts();
    scene.lists().asked().forEach(asked -> lists.add(found(asked, found)));
  }

  /** Those of all chapters of a report, which are looked for together. */
  static List<ListWriter> of(ReportSpec spec, List<ChapterWriter> chapters, Behind behind) {
    List<ItemQuery> asked =
        chapters.stream()
            .flatMap(chapter -> chapter.scene().lists().asked().stream())
            .flatMap(list -> list.queries().stream())
            .distinct()
            .toList();
    List<ItemList> lists = asked.isEmpty() ? List.of() : behind.lists(asked);
    Map<ItemQuery, ItemList> found = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      found.put(asked.get(i), lists.get(i));
    }
    return chapters.stream().map(chapter -> new ListWriter(spec, chapter, found)).toList();
  }

  private static Found found(Asked asked, Map<ItemQuery, ItemList> lists) {
    List<ItemList> found =
        asked.queries().stream()
            .map(query -> lists.getOrDefault(query, new ItemList(0, List.of())))
            .toList();
    return new Found(
        asked,
        found.stream().mapToLong(ItemList::count).sum(),
        found.stream().flatMap(list -> list.items().stream()).sorted(ORDER).toList());
  }

  List<File> files() {
    return lists.stream().flatMap(list -> Stream.of(csv(list), page(list))).toList();
  }

  /** All lists below each other, each row with its figure. */
  Optional<Sheet> sheet() {
    List<Column> columns = new ArrayList<>(ListTable.columns(scene));
    columns.addFirst(new Column(texts.get("column.period"), false));
    columns.addFirst(new Column(texts.get("column.figure"), false));
    List<List<Cell>> rows = new ArrayList<>();
    for (Found list : lists) {
      for (FactItem item : list.shown()) {
        List<Cell> row = new ArrayList<>(ListTable.row(list.asked(), item));
        row.addFirst(period(list.asked()));
        row.addFirst(Cell.text(called(list.asked())));
        rows.add(row);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            chapter.sheet(
                texts.get("list.sheet"),
                texts.get("list.sheet.title"),
                texts.get("list.sheet.subtitle", scene.formats().count(SHOWN)),
                new Table(columns, rows)
                    .withoutBlank()
                    .forFiles(texts.get("column.address"), texts.get("column.note"))));
  }

  private File csv(Found list) {
    Table table =
        new Table(
                ListTable.columns(list.asked().scene()),
                list.items().stream().map(item -> ListTable.row(list.asked(), item)).toList())
            .withoutBlank()
            .forFiles(texts.get("column.address"), texts.get("column.note"));
    return new File(path(list, "csv"), "text/csv; charset=utf-8", Csv.write(table));
  }

  private File page(Found list) {
    Scene part = list.asked().scene();
    String counted =
        list.asked()
            .rate()
            .map(part::of)
            .orElseGet(
                () ->
                    texts.plural(
                        "items.count",
                        part.itemType(),
                        list.count(),
                        scene.formats().count(list.count())));
    String title = list.asked().name() + ": " + counted;
    Table all =
        new Table(
            ListTable.columns(part).subList(0, ON_PAGE),
            list.items().stream()
                .map(item -> ListTable.row(list.asked(), item).subList(0, ON_PAGE))
                .toList());
    String csv = path(list, "csv").substring(spec.id().length() + 1);
    TableView table =
        new PageTables(texts, scene.formats())
            .view(
                title,
                Made.table("", subtitle(list), all.withoutBlank(), SHOWN),
                SectionDefinitions.of(part, Stream.of(list.asked().queries().getFirst().kpi())),
                List.of(new Link(csv, "CSV")));
    ListView view =
        new ListView(
            texts.language().tag(),
            title,
            Stream.of(
                    chapter(part).stream(),
                    when(list.asked()).stream(),
                    Stream.of(
                        Outside.clean(scene.facts().business().name()),
                        texts.get("page.up-to", scene.formats().moment(scene.asOf()))))
                .flatMap(facts -> facts)
                .toList(),
            Style.PLAIN,
            Script.TEXT,
            Script.SOURCE,
            new Link(
                "../%s.%s.html".formatted(spec.id(), texts.language().tag()),
                Outside.clean(spec.title().in(texts.language()))),
            new ListView.Words(
                texts.get("page.skip"),
                texts.get("page.download"),
                texts.get("define"),
                ScriptWords.of(texts),
                texts.get("page.footer")),
            texts.get("page.up-to", scene.formats().moment(scene.asOf())),
            List.of(list.isWhole() ? table : table.withMore(more(list))));
    return new File(
        path(list, "html"),
        "text/html; charset=utf-8",
        ListViewRenderer.of().execute(view).getBytes(StandardCharsets.UTF_8));
  }

  private String more(Found list) {
    return texts.get(
        "list.more",
        scene.formats().count(list.count() - SHOWN),
        scene.formats().count(list.items().size()));
  }

  /** The process, where the page above is about several. */
  private Optional<String> chapter(Scene part) {
    return scene.ofCompany() ? Optional.of(part.title()) : chapter.name();
  }

  private String called(Asked asked) {
    return scene.ofCompany() ? asked.scene().title() + ": " + asked.name() : asked.name();
  }

  private String path(Found list, String kind) {
    return "%s.%s.%s".formatted(list.asked().file(), texts.language().tag(), kind);
  }

  private String subtitle(Found list) {
    boolean durations = list.items().stream().anyMatch(item -> item.hours().isPresent());
    return texts.get(durations ? "list.subtitle.longest" : "list.subtitle")
        + (list.asked().rate().isPresent() ? ". " + texts.get("list.subtitle.rate") : "");
  }

  /** Of all time: what stands at as-of, or what has happened by then. */
  private Optional<String> when(Asked asked) {
    return asked.period().equals("all")
        ? Optional.empty()
        : Optional.of(Period.parse(asked.period()))
            .map(
                period ->
                    scene.called(period)
                        + (period.step() == Period.Step.WEEK ? " " + period.last().getYear() : ""));
  }

  private Cell period(Asked asked) {
    return when(asked).map(name -> Cell.text(name, asked.period())).orElse(Cell.text("–"));
  }
}
