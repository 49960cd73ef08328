package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.figure.Tally;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One row a process of the company; those of which there are no events yet come last. */
final class ProcessSection {
  private static final int WEEKS = 13;

  /** A trend: these last weeks against those before, of the thirteen. */
  private static final int NEW_WEEKS = 4;

  private static final String RECENT = "90d";

  private final Scene company;

  ProcessSection(Scene company) {
    this.company = company;
  }

  Made table() {
    Period now = company.reported();
    List<Scene> parts =
        company.parts().stream()
            .sorted(Comparator.comparing((Scene part) -> !part.figures().any()))
            .toList();
    long late = Terms.late(company).size();
    return new Made(
        late == 0
            ? company.texts().get("process-table.none-late")
            : company
                .texts()
                .get(
                    "process-table.title",
                    company.formats().count(late),
                    company.formats().count(parts.size())),
        company.byStep(
            "process-table.subtitle",
            company.called(now),
            company.formats().day(company.lastDay())),
        Optional.empty(),
        new Table(columns(), parts.stream().map(this::row).toList()));
  }

  private List<Column> columns() {
    return List.of(
        new Column(company.texts().get("column.process"), false),
        new Column(company.texts().get("column.kept"), true),
        new Column(company.byStep("column.kept-before"), true),
        new Column(company.texts().get("column.verdict"), false),
        new Column(company.texts().get("column.overdue-now"), true),
        new Column(company.texts().get("column.open-now"), true),
        new Column(company.texts().get("column.usually"), true),
        new Column(company.texts().get("column.created-weeks"), true),
        new Column(company.texts().get("column.trend"), false));
  }

  private List<Cell> row(Scene part) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(part.title()).linked(part.chapter()));
    if (!part.figures().any()) {
      row.add(Cell.text(company.texts().get("process-table.silent")));
      while (row.size() < columns().size()) {
        row.add(Cell.text("–"));
      }
      return row;
    }
    Terms terms = new Terms(part);
    Optional<Rate> now = terms.kept(company.reported().label());
    Optional<Rate> before = terms.kept(company.reported().previous().label());
    row.add(now.map(this::share).orElseGet(() -> noShare(terms)));
    row.add(before.map(this::share).orElse(Cell.text("–")));
    row.add(
        Cell.text(
            now.flatMap(rate -> before.map(rate::against))
                .map(verdict -> said("kept", verdict))
                .orElse("–")));
    row.add(
        terms
            .overdue()
            .map(this::count)
            .orElse(Cell.text("–"))
            .linked(list(part, "column.overdue-now", terms.overdueRows())));
    row.add(
        part.figures()
            .count("open", Figures.NONE, "all")
            .map(this::count)
            .orElse(Cell.text("–"))
            .linked(
                list(
                    part,
                    "column.open-now",
                    part.figures().find("open", Figures.NONE, "all").stream().toList())));
    row.add(usually(part));
    row.add(created(part));
    row.add(Cell.text(trend(part)));
    return row;
  }

  private Optional<URI> list(Scene part, String name, List<KpiRow> rows) {
    return part.lists().page(part, company.texts().get(name), rows);
  }

  private Cell share(Rate rate) {
    return Cell.share(company.formats().share(rate.value()), rate.value()).noted(company.of(rate));
  }

  private Cell noShare(Terms terms) {
    return Cell.text(
        terms.all().isEmpty()
            ? company.texts().get("process-table.no-term")
            : company.byStep("process-table.none-due"));
  }

  private Cell count(long count) {
    return Cell.number(company.formats().count(count), count);
  }

  private String said(String key, Enum<?> verdict) {
    return company.texts().get(key + "." + verdict.name().toLowerCase(Locale.ROOT));
  }

  /** The median of the process's first interval; of whole cases where it has none. */
  private Cell usually(Scene part) {
    Optional<String> interval = part.process().intervals().stream().map(i -> i.id()).findFirst();
    Optional<KpiRow> row =
        interval
            .map(id -> part.figures().find("interval_median", id, RECENT, "elapsed"))
            .orElseGet(
                () -> part.figures().find("case_time_median", Figures.NONE, RECENT, "elapsed"));
    String what =
        interval
            .map(part.names()::interval)
            .orElseGet(() -> company.texts().get("process-table.whole-case"));
    return row.flatMap(r -> r.value().map(value -> time(value, what + " · " + n(r))))
        .orElse(Cell.text("–"));
  }

  private String n(KpiRow row) {
    return company.n(row.n().orElse(0L));
  }

  private Cell time(BigDecimal hours, String note) {
    return Cell.number(company.formats().hours(hours.doubleValue()), hours, Type.of("hours", ""))
        .noted(note);
  }

  private List<Period> weeks() {
    return Period.lastFull(Period.Step.WEEK, company.asOf(), company.zone()).lastOnes(WEEKS);
  }

  private static Optional<Long> created(Scene part, Period week) {
    return part.figures().count("created", Figures.NONE, week.label());
  }

  private Cell created(Scene part) {
    List<Optional<Long>> counts = weeks().stream().map(week -> created(part, week)).toList();
    return counts
        .getLast()
        .map(this::count)
        .orElse(Cell.text("–"))
        .drawn(
            new Table.Line(
                weeks().stream()
                    .map(week -> company.texts().get("column.created-week", week.label()))
                    .toList(),
                counts));
  }

  private String trend(Scene part) {
    List<Period> weeks = weeks();
    List<Period> now = weeks.subList(WEEKS - NEW_WEEKS, WEEKS);
    List<Period> before = weeks.subList(0, WEEKS - NEW_WEEKS);
    if (created(part, weeks.getFirst()).isEmpty()) {
      return company.texts().get("trend.young");
    }
    return said("trend", tally(part, now).against(tally(part, before)));
  }

  private static Tally tally(Scene part, List<Period> weeks) {
    return new Tally(
        weeks.stream().mapToLong(week -> created(part, week).orElse(0L)).sum(),
        weeks.stream().mapToInt(Period::days).sum());
  }
}
