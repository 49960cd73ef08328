package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Language;
import dev.svodka.report.declare.NextIssue;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.PageView.ChapterView;
import dev.svodka.report.page.PageView.Named;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.page.Rendered.Headline;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report in one language: the page, and beside it every chart and table as files. */
public final class ReportWriter {
  static final String HTML = "text/html; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RunFacts facts;
  private final Texts texts;
  private final Formats formats;
  private final List<ReportSpec> beside;
  private final Scenes scenes;
  private final Map<String, ReportWriter> byAudience = new HashMap<>();

  public ReportWriter(RunFacts facts, Language language) {
    this(facts, language, List.of());
  }

  /**
   * @param beside the reports that lie beside those that are written: pages may lead to them
   */
  public ReportWriter(RunFacts facts, Language language, List<ReportSpec> beside) {
    this.facts = facts;
    this.beside = List.copyOf(beside);
    this.texts = new Texts(language);
    this.formats = new Formats(texts, facts.business().zone());
    this.scenes = new Scenes(facts, this.beside, texts, formats);
  }

  /** Written from what the report's audience may see. */
  public Rendered write(ReportSpec spec) {
    return byAudience.computeIfAbsent(spec.audience(), audience -> forReaders(spec)).written(spec);
  }

  private ReportWriter forReaders(ReportSpec spec) {
    return facts.business().processes().values().stream().allMatch(spec::opens)
        ? this
        : new ReportWriter(facts.seenBy(spec::opens), texts.language(), beside);
  }

  private Rendered written(ReportSpec spec) {
    Business business = facts.business();
    Period reported = Period.lastFull(spec.step(), facts.asOf(), business.zone());
    List<BusinessProcess> chosen = scenes.chosen(spec);
    List<BusinessProcess> told = scenes.told(chosen);
    List<File> files = new ArrayList<>();
    List<ChapterView> chapters = new ArrayList<>();
    List<Sheet> sheets = new ArrayList<>();
    boolean whole = spec.per() == ReportSpec.Per.COMPANY;
    List<Scene> parts = scenes.of(spec, whole ? chosen : told, reported);
    boolean titled = !whole && (chosen.size() > 1 || parts.size() > 1);
    List<ChapterWriter> writers =
        parts.stream().map(scene -> new ChapterWriter(spec, scene, titled)).toList();
    writers.forEach(writer -> chapters.add(writer.write()));
    List<ListWriter> lists = ListWriter.of(spec, writers, facts.behind());
    for (int i = 0; i < writers.size(); i++) {
      files.addAll(writers.get(i).files());
      files.addAll(lists.get(i).files());
      sheets.addAll(writers.get(i).sheets());
      lists.get(i).sheet().ifPresent(sheets::add);
    }
    List<BusinessProcess> silent = new ArrayList<>(whole ? List.of() : chosen);
    silent.removeAll(told);
    List<String> notes = new ArrayList<>(silent(silent));
    CalendarNote.of(business, facts.asOf(), texts).ifPresent(notes::add);
    String workbook = "%1$s/%1$s.%2$s.xlsx".formatted(spec.id(), texts.language().tag());
    PageView page = page(spec, reported, chapters, notes, workbook, false);
    files.add(
        new File(
            workbook,
            XLSX,
            new Workbooks(texts, formats).write(AboutSheet.of(page, texts), sheets)));
    String issue = issue(spec, reported);
    List<File> kept = new ArrayList<>();
    String folder = spec.id() + "/" + issue + "/";
    files.forEach(f -> kept.add(new File(folder + f.path(), f.contentType(), f.content())));
    String name = spec.id() + "." + texts.language().tag() + ".html";
    kept.add(html(folder + name, page(spec, reported, chapters, notes, workbook, true)));
    files.add(html(name, page));
    return new Rendered(
        spec.id(),
        texts.language(),
        page.title(),
        page.period(),
        next(spec),
        chapters.stream().map(ChapterView::lead).toList(),
        headlines(chapters),
        files,
        issue,
        kept,
        told.stream().noneMatch(scenes::hasEvents) || (spec.ofActs() && nothing(chapters)));
  }

  private static boolean nothing(List<ChapterView> chapters) {
    return chapters.stream()
        .allMatch(chapter -> chapter.charts().isEmpty() && chapter.tables().isEmpty());
  }

  private static File html(String path, PageView page) {
    return new File(
        path,
        HTML,
        SharedStyles.in(PageViewRenderer.of().execute(page)).getBytes(StandardCharsets.UTF_8));
  }

  /** A report of what stands now belongs to the week or month of its last day. */
  private String issue(ReportSpec spec, Period reported) {
    return spec.ofNow() ? Period.of(spec.step(), lastDay()).label() : reported.label();
  }

  /**
   * The front page over the reports of one language.
   *
   * @param issues report ▶ the labels of its weeks and months that can be read, the newest first
   */
  public File index(List<Rendered> reports, Map<String, List<String>> issues) {
    return new FrontPage(facts.business().name(), upTo(), texts, formats).write(reports, issues);
  }

  private List<String> silent(List<BusinessProcess> processes) {
    return processes.isEmpty()
        ? List.of()
        : List.of(
            texts.get(
                "page.silent",
                processes.stream()
                    .map(p -> Outside.clean(p.title().in(texts.language())))
                    .collect(Collectors.joining(", "))));
  }

  private PageView page(
      ReportSpec spec,
      Period reported,
      List<ChapterView> chapters,
      List<String> silent,
      String workbook,
      boolean kept) {
    String above = kept ? "../../" : "";
    PageView.Link current =
        new PageView.Link(
            above + spec.id() + "." + texts.language().tag() + ".html", texts.get("page.current"));
    String period =
        spec.ofNow()
            ? texts.get("page.now", formats.dayWithYear(lastDay()))
            : switch (reported.step()) {
              case WEEK ->
                  texts.get(
                      "page.period",
                      formats.days(reported.first(), reported.last())
                          + " "
                          + reported.last().getYear());
              case MONTH -> texts.get("page.month", formats.monthName(reported.first()));
            };
    return new PageView(
        texts.language().tag(),
        Outside.clean(spec.title().in(texts.language())),
        period,
        Outside.clean(facts.business().name()),
        upTo(),
        texts.get("page.up-to.zone", facts.business().zone().getId()),
        new PageView.Link(workbook, texts.get("page.workbook")),
        Style.SHEET,
        Script.TEXT,
        Script.SOURCE,
        above + "index." + texts.language().tag() + ".html",
        kept ? List.of(current) : List.of(),
        kept ? List.of() : List.of(PageView.Issue.of(next(spec), texts, formats)),
        new PageView.Words(
            texts.get("page.skip"),
            texts.get("page.back"),
            texts.get("page.download"),
            texts.get("define"),
            ScriptWords.of(texts),
            texts.get("page.broken"),
            texts
                .find("page.no-process." + spec.processes().name().toLowerCase(Locale.ROOT))
                .orElseGet(() -> texts.get("page.no-process")),
            texts.get("page.quality"),
            texts.get("page.reading"),
            texts.get("page.reading.text"),
            texts.get("page.footer")),
        facts.broken().stream().map(Outside::clean).toList(),
        kept ? chapters.stream().map(chapter -> chapter.below(above)).toList() : chapters,
        silent,
        spec.ofData() ? List.of() : quality());
  }

  private NextIssue next(ReportSpec spec) {
    return NextIssue.after(facts.asOf(), spec.schedule(), facts.business().zone());
  }

  private LocalDate lastDay() {
    return LocalDate.ofInstant(facts.asOf().minusMillis(1), facts.business().zone());
  }

  private String upTo() {
    return texts.get("page.up-to", formats.moment(facts.asOf()));
  }

  private List<Named> quality() {
    List<Named> rows = new ArrayList<>();
    facts
        .quality()
        .forEach(
            (name, count) ->
                rows.add(
                    new Named(texts.find("quality." + name).orElse(name), formats.count(count))));
    facts
        .lastEvent()
        .forEach(
            (source, moment) ->
                rows.add(
                    new Named(
                        texts.get("quality.last_event", Outside.clean(source)),
                        formats.moment(moment))));
    return rows;
  }

  private static List<Headline> headlines(List<ChapterView> chapters) {
    return chapters.stream()
        .flatMap(
            chapter ->
                chapter.headlines().stream()
                    .map(
                        view ->
                            new Headline(
                                chapter.title(),
                                view.name(),
                                view.value(),
                                String.join(
                                    ", ",
                                    Stream.concat(view.change().stream(), view.verdict().stream())
                                        .toList()))))
        .toList();
  }
}
