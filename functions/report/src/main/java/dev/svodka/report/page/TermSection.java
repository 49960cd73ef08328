package dev.svodka.report.page;

import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The company's terms drawn: what share of each was kept, and where most are overdue. */
final class TermSection {
  private static final int MOST_ROWS = 16;
  private static final double ROOM_FOR_VALUE = 0.85;

  private record Line(String process, Terms.Term term, Rate now, Optional<Rate> before) {}

  private TermSection() {}

  /** Nothing where no term of the company fell into the period. */
  static Optional<Made> kept(Scene company) {
    List<Line> lines =
        company.parts().stream()
            .flatMap(part -> lines(part).stream())
            .sorted(
                Comparator.comparingDouble((Line line) -> line.now().value())
                    .thenComparing(Comparator.comparingLong(TermSection::base).reversed())
                    .thenComparing(Line::process)
                    .thenComparing(line -> line.term().subject()))
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Line worst = lines.getFirst();
    String title =
        lines.size() == 1
            ? worst.process() + ": " + worst.term().name()
            : company
                .texts()
                .get(
                    "terms.title",
                    worst.process(),
                    worst.term().name(),
                    company.formats().share(worst.now().value()));
    return Optional.of(
        new Made(
            title,
            company.byStep("terms.subtitle", company.called(company.reported())),
            Optional.of(
                new ChartData.Rows(
                    lines.stream().limit(MOST_ROWS).map(line -> row(company, line)).toList(),
                    1,
                    IntStream.rangeClosed(0, 4)
                        .mapToObj(i -> new Tick(i / 4.0, company.formats().share(i / 4.0)))
                        .toList(),
                    Optional.empty(),
                    company.texts().get("no-data"))),
            table(company, lines)));
  }

  private static long base(Line line) {
    return line.now().denominator();
  }

  private static List<Line> lines(Scene part) {
    Terms terms = new Terms(part);
    List<Line> lines = new ArrayList<>();
    for (Terms.Term term : terms.all()) {
      Optional<Rate> before = terms.kept(term, part.reported().previous().label());
      terms
          .kept(term, part.reported().label())
          .ifPresent(now -> lines.add(new Line(part.title(), term, now, before)));
    }
    return lines;
  }

  private static ChartData.Row row(Scene company, Line line) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Whisker(new ChartData.Range(line.now().low(), line.now().high())));
    line.before().ifPresent(was -> marks.add(new Mark.Dot(was.value(), Tone.BEFORE)));
    marks.add(new Mark.Dot(line.now().value(), Tone.THIS));
    return new ChartData.Row(
        line.process(),
        company.n(line.now().denominator()),
        company.formats().share(line.now().value()),
        Optional.of(line.term().name()),
        marks);
  }

  private static Table table(Scene company, List<Line> lines) {
    return new Table(
        List.of(
            new Column(company.texts().get("column.process"), false),
            new Column(company.texts().get("column.term"), false),
            new Column(company.texts().get("column.kept"), true),
            new Column(company.texts().get("column.interval"), false),
            new Column(company.byStep("column.kept-before"), true)),
        lines.stream()
            .map(
                line ->
                    List.of(
                        Cell.text(line.process()),
                        Cell.text(line.term().name()),
                        share(company, line.now()),
                        Cell.text(company.interval(line.now()) + ", " + company.of(line.now())),
                        line.before().map(was -> share(company, was)).orElse(Cell.text("–"))))
            .toList());
  }

  private static Cell share(Scene company, Rate rate) {
    return Cell.share(company.formats().share(rate.value()), rate.value());
  }

  /** Nothing where nothing is overdue: the words above say so. */
  static Optional<Made> late(Scene company) {
    List<Scene> late = Terms.late(company);
    if (late.isEmpty()) {
      return Optional.empty();
    }
    Scene first = late.getFirst();
    List<ChartData.Row> rows =
        late.stream()
            .limit(MOST_ROWS)
            .map(
                part ->
                    new ChartData.Row(
                        part.title(),
                        "",
                        company.formats().count(part.overdueTerms()),
                        Optional.empty(),
                        List.of(new Mark.Length(part.overdueTerms(), Tone.OVERDUE))))
            .toList();
    return Optional.of(
        new Made(
            company
                .texts()
                .get("late.title", first.title(), company.formats().count(first.overdueTerms())),
            company.texts().get("late.subtitle", company.formats().day(company.lastDay())),
            Optional.of(
                new ChartData.Rows(
                    rows,
                    first.overdueTerms() / ROOM_FOR_VALUE,
                    List.of(),
                    Optional.empty(),
                    company.texts().get("no-data"))),
            lateTable(company, late)));
  }

  private static Table lateTable(Scene company, List<Scene> late) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Scene part : late) {
      Terms terms = new Terms(part);
      for (Terms.Term term : terms.all()) {
        long count = terms.overdue(term).orElse(0L);
        rows.add(
            List.of(
                Cell.text(part.title()),
                Cell.text(term.name()),
                Cell.number(company.formats().count(count), count)));
      }
    }
    return new Table(
        List.of(
            new Column(company.texts().get("column.process"), false),
            new Column(company.texts().get("column.term"), false),
            new Column(company.texts().get("column.overdue-now"), true)),
        rows);
  }
}
