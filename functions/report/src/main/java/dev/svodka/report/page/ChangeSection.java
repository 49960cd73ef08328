package dev.svodka.report.page;

import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Milestone;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.figure.Tally;
import dev.svodka.report.figure.Verdict;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The period's counts and rates against those before and a year ago, and whether a change is more
 * than chance: of rates by Newcombe's interval, of counts by the exact conditional test of {@link
 * Tally}.
 */
final class ChangeSection {
  private static final String ENTRIES = "entries";
  private static final int MOST_SAID = 3;

  /** Counts of what happens; what stands at a moment, such as the open, comes by no Poisson law. */
  private static final Set<String> HAPPENING =
      Set.of("created", "succeeded", "failed", "entries", "events");

  /**
   * One line: rows of a figure, which are counted together.
   *
   * @param list what the list of the counted is called
   */
  private record Line(String kpi, String name, String list, Function<Period, List<KpiRow>> rows) {
    Optional<Value> in(Period period) {
      List<KpiRow> told = rows.apply(period).stream().filter(r -> r.value().isPresent()).toList();
      if (told.isEmpty()) {
        return Optional.empty();
      }
      if (told.getFirst().unit().equals("ratio")) {
        return Figures.rate(told.getFirst()).map(Value.Share::new);
      }
      long count =
          told.stream().flatMap(r -> r.value().stream()).mapToLong(BigDecimal::longValue).sum();
      return Optional.of(new Value.Count(new Tally(count, period.days())));
    }
  }

  private sealed interface Value {
    record Count(Tally tally) implements Value {}

    record Share(Rate rate) implements Value {}
  }

  private record Change(String name, boolean yearAgo, Verdict verdict) {}

  private final Scene scene;
  private final Period now;
  private final List<Change> changes = new ArrayList<>();

  private ChangeSection(Scene scene) {
    this.scene = scene;
    this.now = scene.reported();
  }

  /** The verdict on a count that is one of what happened in the period. */
  static Optional<Verdict> verdict(String kpi, Tally now, Tally before) {
    return Optional.of(now.against(before)).filter(verdict -> HAPPENING.contains(kpi));
  }

  static Made table(Scene scene, Section section) {
    return new ChangeSection(scene).made(section);
  }

  private Made made(Section section) {
    Optional<Period> yearAgo = scene.yearAgo(now);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.figure"), false));
    columns.add(new Column(scene.called(now), true));
    columns.add(new Column(scene.called(now.previous()), true));
    changed(columns);
    yearAgo.ifPresent(
        then -> {
          columns.add(new Column(scene.called(then) + " " + yearOf(then), true));
          changed(columns);
        });
    List<List<Cell>> rows = new ArrayList<>();
    for (String kpi : section.figures()) {
      lines(kpi).forEach(line -> row(line, yearAgo).ifPresent(rows::add));
    }
    return new Made(
        title(),
        scene.byStep(yearAgo.isPresent() ? "change-table.subtitle" : "change-table.subtitle.short"),
        Optional.empty(),
        new Table(columns, rows));
  }

  private void changed(List<Column> columns) {
    columns.add(new Column(scene.texts().get("column.change"), true));
    columns.add(new Column(scene.texts().get("column.verdict"), false));
  }

  /** The name of a month has its year. */
  private static String yearOf(Period period) {
    return period.step() == Period.Step.WEEK ? Integer.toString(period.last().getYear()) : "";
  }

  private Stream<Line> lines(String kpi) {
    if (!kpi.equals(ENTRIES)) {
      return Stream.of(
          new Line(
              kpi,
              scene.figureName(kpi),
              scene.figureName(kpi),
              period -> scene.figures().find(kpi, Figures.NONE, period.label()).stream().toList()));
    }
    return scene.process().milestones().stream()
        .filter(m -> !scene.process().success().contains(m.id()))
        .filter(m -> !scene.process().failure().contains(m.id()))
        .flatMap(this::entries);
  }

  private Stream<Line> entries(Milestone milestone) {
    return milestone.condition() instanceof Condition.EnteredStage(List<String> patterns)
        ? Stream.of(
            new Line(
                ENTRIES,
                scene.texts().get("change-table.entries", scene.names().milestone(milestone.id())),
                scene.texts().get("list.entries", scene.names().milestone(milestone.id())),
                period -> entries(patterns, period)))
        : Stream.empty();
  }

  private List<KpiRow> entries(List<String> patterns, Period period) {
    return scene.figures().bySubject(ENTRIES, period.label(), Figures.NONE).entrySet().stream()
        .filter(entry -> Names.isOf(entry.getKey(), patterns))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Optional<List<Cell>> row(Line line, Optional<Period> yearAgo) {
    Optional<Value> value = line.in(now);
    Optional<Value> before = line.in(now.previous());
    if (value.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(line.name()));
    row.add(cell(line, now).linked(scene.lists().page(scene, line.list(), line.rows().apply(now))));
    row.add(cell(line, now.previous()));
    row.addAll(change(line, false, value, before));
    yearAgo.ifPresent(
        then -> {
          Optional<Value> was = line.in(then);
          row.add(cell(line, then));
          row.addAll(change(line, true, value, was));
        });
    return Optional.of(row);
  }

  private Cell cell(Line line, Period period) {
    return line.in(period)
        .map(
            v ->
                switch (v) {
                  case Value.Count(Tally tally) ->
                      Cell.number(scene.formats().count(tally.count()), tally.count());
                  case Value.Share(Rate rate) ->
                      Cell.share(
                          scene.formats().share(rate.value()) + " · " + scene.of(rate),
                          rate.value());
                })
        .orElse(Cell.text("–"))
        .noted(scene.was(line.rows().apply(period)));
  }

  private List<Cell> change(
      Line line, boolean yearAgo, Optional<Value> now, Optional<Value> before) {
    if (now.isPresent() && before.isPresent()) {
      if (now.get() instanceof Value.Count(Tally tally)
          && before.get() instanceof Value.Count(Tally was)) {
        long change = tally.count() - was.count();
        return List.of(
            Cell.number(scene.formats().signed(change), change),
            said(line, yearAgo, verdict(line.kpi(), tally, was)));
      }
      if (now.get() instanceof Value.Share(Rate rate)
          && before.get() instanceof Value.Share(Rate was)) {
        double change = rate.value() - was.value();
        return List.of(
            Cell.share(scene.formats().points(change), change),
            said(line, yearAgo, Optional.of(rate.against(was))));
      }
    }
    return List.of(Cell.text("–"), Cell.text("–"));
  }

  private Cell said(Line line, boolean yearAgo, Optional<Verdict> verdict) {
    verdict
        .filter(v -> v != Verdict.CHANCE)
        .ifPresent(v -> changes.add(new Change(line.name(), yearAgo, v)));
    return Cell.text(
        verdict
            .map(v -> scene.texts().get("verdict.cell." + v.name().toLowerCase(Locale.ROOT)))
            .orElse("–"));
  }

  private String title() {
    if (changes.isEmpty()) {
      return scene.byStep("change-table.title.none");
    }
    List<String> said =
        changes.stream()
            .limit(MOST_SAID)
            .map(
                change ->
                    scene.byStep(
                        "change-table."
                            + change.verdict().name().toLowerCase(Locale.ROOT)
                            + (change.yearAgo() ? ".year" : ""),
                        change.name()))
            .toList();
    return scene.texts().get("change-table.title", String.join("; ", said));
  }
}
