package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.CrmPages;
import dev.svodka.core.business.Language;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.NextIssue;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.PageView.ChapterView;
import dev.svodka.report.page.PageView.Named;
import dev.svodka.report.page.Rendered.File;
import dev.svodka.report.page.Rendered.Headline;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report in one language: the page, and beside it every chart and table as files. */
public final class ReportWriter {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RunFacts facts;
  private final Texts texts;
  private final Formats formats;
  private final Definitions definitions;
  private final List<ReportSpec> beside;
  private final Map<String, List<KpiRow>> rowsOf;
  private final Map<String, Figures> figuresOf = new HashMap<>();
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
    this.definitions = new Definitions(facts.business().folder(), texts);
    this.rowsOf = facts.rows().stream().collect(Collectors.groupingBy(KpiRow::process));
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
    List<BusinessProcess> chosen = processes(spec);
    List<BusinessProcess> told = told(chosen);
    List<File> files = new ArrayList<>();
    List<ChapterView> chapters = new ArrayList<>();
    List<Sheet> sheets = new ArrayList<>();
    boolean whole = spec.per() == ReportSpec.Per.COMPANY;
    List<Scene> scenes = whole ? company(spec, chosen, reported) : scenes(spec, told, reported);
    boolean titled = !whole && (chosen.size() > 1 || scenes.size() > 1);
    for (Scene scene : scenes) {
      ChapterWriter writer = new ChapterWriter(spec, scene, titled);
      chapters.add(writer.write());
      files.addAll(writer.files());
      sheets.addAll(writer.sheets());
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
        told.stream().noneMatch(this::hasEvents) || (spec.ofActs() && nothing(chapters)));
  }

  private static boolean nothing(List<ChapterView> chapters) {
    return chapters.stream()
        .allMatch(chapter -> chapter.charts().isEmpty() && chapter.tables().isEmpty());
  }

  private static File html(String path, PageView page) {
    return new File(
        path, HTML, PageViewRenderer.of().execute(page).getBytes(StandardCharsets.UTF_8));
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
    List<IndexView.Entry> entries =
        reports.stream()
            .map(
                report ->
                    new IndexView.Entry(
                        report.reportId() + "." + texts.language().tag() + ".html",
                        report.title(),
                        report.period(),
                        issues(report.next()),
                        kept(report.reportId(), issues.getOrDefault(report.reportId(), List.of())),
                        report.lead().stream().limit(1).toList()))
            .toList();
    IndexView view =
        new IndexView(
            texts.language().tag(),
            texts.get("index.title"),
            Outside.clean(facts.business().name()),
            upTo(),
            Style.SHEET,
            Script.TEXT,
            Script.SOURCE,
            entries,
            texts.get("index.issues"),
            texts.get("page.footer"));
    return new File(
        "index." + texts.language().tag() + ".html",
        HTML,
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

  private List<Scene> scenes(ReportSpec spec, List<BusinessProcess> processes, Period reported) {
    return processes.stream().flatMap(process -> scenes(spec, process, reported).stream()).toList();
  }

  private List<Scene> scenes(ReportSpec spec, BusinessProcess process, Period reported) {
    if (spec.per() != ReportSpec.Per.CURRENCY) {
      return List.of(scene(spec, process, reported));
    }
    return currencies(process).stream()
        .map(
            currency -> {
              boolean main = currency.equals(currencies(process).getFirst());
              Figures figures = Figures.in(currency, main, rows(process), process.id());
              return scene(spec, process, figures, Optional.of(currency), reported);
            })
        .toList();
  }

  private Scene scene(ReportSpec spec, BusinessProcess process, Period reported) {
    return scene(spec, process, figures(process), Optional.empty(), reported);
  }

  /** One scene over those of all its processes. */
  private List<Scene> company(ReportSpec spec, List<BusinessProcess> chosen, Period reported) {
    List<Scene> parts = chosen.stream().map(process -> scene(spec, process, reported)).toList();
    return parts.isEmpty() ? List.of() : List.of(WholeCompany.over(parts));
  }

  /** The first of the other reports that tells of the process, and that the same readers open. */
  private Optional<URI> chapter(ReportSpec from, BusinessProcess process) {
    return beside.stream()
        .filter(spec -> spec.per() != ReportSpec.Per.COMPANY)
        .filter(spec -> spec.audience().equals(from.audience()))
        .filter(spec -> told(processes(spec)).contains(process))
        .findFirst()
        .map(
            spec -> {
              Optional<String> currency =
                  Optional.of(currencies(process).getFirst())
                      .filter(first -> spec.per() == ReportSpec.Per.CURRENCY);
              return URI.create(
                  "%s.%s.html#%s"
                      .formatted(
                          spec.id(),
                          texts.language().tag(),
                          ChapterWriter.anchor(Scene.part(process, currency))));
            });
  }

  /** The company's own first: there stand also the figures that are of no currency. */
  private List<String> currencies(BusinessProcess process) {
    String own = facts.business().currency();
    SequencedSet<String> found = Figures.currencies(rows(process), process.id());
    return found.isEmpty()
        ? List.of(own)
        : Stream.concat(
                Stream.of(own).filter(found::contains),
                found.stream().filter(currency -> !currency.equals(own)))
            .toList();
  }

  private Scene scene(
      ReportSpec spec,
      BusinessProcess process,
      Figures figures,
      Optional<String> currency,
      Period reported) {
    return new Scene(
        process,
        figures,
        currency,
        facts.unpaid().getOrDefault(process.id(), List.of()).stream()
            .filter(invoice -> currency.equals(Optional.of(invoice.currency())))
            .toList(),
        reported,
        facts.asOf(),
        facts.business().zone(),
        new Names(facts.business(), process, texts),
        CrmPages.of(facts.business()),
        definitions,
        texts,
        formats,
        facts,
        List.of(),
        chapter(spec, process),
        spec.opens(process));
  }

  /** Where none has a funnel, those with an outcome stand in: their flow is still worth a page. */
  private List<BusinessProcess> processes(ReportSpec spec) {
    List<BusinessProcess> all =
        facts.business().processes().values().stream()
            .filter(process -> spec.named().isEmpty() || spec.named().contains(process.id()))
            .filter(process -> spec.per() != ReportSpec.Per.CURRENCY || spec.opens(process))
            .toList();
    return switch (spec.processes()) {
      case ALL -> all;
      case APPROVAL -> all.stream().filter(p -> p.kind() == ProcessKind.APPROVAL).toList();
      case INVOICE -> all.stream().filter(p -> p.kind() == ProcessKind.INVOICE).toList();
      case WITH_FUNNEL -> {
        List<BusinessProcess> found = all.stream().filter(p -> p.funnel().size() > 1).toList();
        yield found.isEmpty() ? all.stream().filter(p -> !p.success().isEmpty()).toList() : found;
      }
    };
  }

  /** Those of whom there are events; the first alone where there are none at all. */
  private List<BusinessProcess> told(List<BusinessProcess> processes) {
    List<BusinessProcess> told = processes.stream().filter(this::hasEvents).toList();
    return told.isEmpty() ? processes.stream().limit(1).toList() : told;
  }

  private boolean hasEvents(BusinessProcess process) {
    return figures(process).any();
  }

  private List<KpiRow> rows(BusinessProcess process) {
    return rowsOf.getOrDefault(process.id(), List.of());
  }

  private Figures figures(BusinessProcess process) {
    return figuresOf.computeIfAbsent(process.id(), id -> new Figures(rows(process), id));
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
        kept ? List.of() : issues(next(spec)),
        new PageView.Words(
            texts.get("page.skip"),
            texts.get("page.back"),
            texts.get("page.download"),
            texts.get("define"),
            texts.get("script.filter"),
            texts.get("script.shown", "%1", "%2"),
            texts.get("script.ascending", "%1"),
            texts.get("script.descending", "%1"),
            texts.get("script.unsorted"),
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

  private List<PageView.Issue> issues(NextIssue next) {
    String expected = formats.moment(next.expected());
    return List.of(
        new PageView.Issue(
            texts.get("page.expected", expected),
            next.overdue().toString(),
            texts.get("page.stale", expected)));
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
