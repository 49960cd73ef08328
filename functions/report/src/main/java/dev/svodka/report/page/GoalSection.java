package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Expected;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Verdict;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plan and fact of the month that as-of lies in, or of the one before where the business file gives
 * that alone a plan. A count is behind its plan only where it is so by more than chance.
 */
final class GoalSection {
  private static final int MOST_ROWS = 12;
  private static final double ROOM = 1.15;

  /**
   * @param name of the figure, and of whom the plan is where it is one owner's
   * @param over the month is over
   */
  private record Goal(
      String name,
      KpiRow plan,
      BigDecimal fact,
      BigDecimal progress,
      Optional<BigDecimal> pace,
      boolean over) {
    double expected() {
      return pace.map(p -> p.signum() == 0 ? 0 : fact.doubleValue() / p.doubleValue()).orElse(0.0);
    }

    Verdict verdict() {
      if (over || pace.isEmpty()) {
        return progress.compareTo(BigDecimal.ONE) >= 0 ? Verdict.HIGHER : Verdict.LOWER;
      }
      if (plan.unit().equals("count") && pace.get().signum() > 0) {
        return Expected.compare(fact.longValue(), expected());
      }
      return pace.get().compareTo(BigDecimal.ONE) >= 0 ? Verdict.HIGHER : Verdict.LOWER;
    }
  }

  private final Scene scene;
  private final Period month;
  private final List<Goal> goals;

  private GoalSection(Scene scene, Period month) {
    this.scene = scene;
    this.month = month;
    this.goals =
        scene.figures().every("goal", month.label()).stream()
            .flatMap(plan -> goal(plan).stream())
            .toList();
  }

  static Optional<Made> make(Scene scene) {
    Period now = Period.of(Period.Step.MONTH, scene.lastDay());
    return Stream.of(now, now.previous())
        .map(month -> new GoalSection(scene, month))
        .filter(section -> !section.goals.isEmpty())
        .findFirst()
        .map(GoalSection::made);
  }

  private Optional<Goal> goal(KpiRow plan) {
    return find("goal_progress", plan)
        .flatMap(
            progress ->
                progress
                    .value()
                    .map(
                        share ->
                            new Goal(
                                name(plan),
                                plan,
                                progress.numerator().orElse(BigDecimal.ZERO),
                                share,
                                find("goal_pace", plan).flatMap(KpiRow::value),
                                !plan.partial())));
  }

  private Optional<KpiRow> find(String kpi, KpiRow plan) {
    return scene.figures().every(kpi, month.label()).stream()
        .filter(row -> row.subject().equals(plan.subject()) && row.group().equals(plan.group()))
        .findFirst();
  }

  private String name(KpiRow plan) {
    String figure = scene.figureName(plan.subject().orElse(""));
    return plan.group().containsKey("owner")
        ? figure + ", " + scene.names().group("owner", plan.group().get("owner"))
        : figure;
  }

  private Made made() {
    List<Goal> drawn = goals.subList(0, Math.min(goals.size(), MOST_ROWS));
    double end =
        ROOM
            * Math.max(
                1, drawn.stream().mapToDouble(g -> g.progress().doubleValue()).max().orElse(1));
    Optional<ChartData.Reference> today =
        goals.getFirst().over() || days(month.last()) == 0
            ? Optional.empty()
            : Optional.of(
                new ChartData.Reference(
                    (double) days(scene.lastDay()) / days(month.last()),
                    scene.texts().get("goals.today")));
    return new Made(
        title(),
        subtitle(),
        Optional.of(
            new ChartData.Rows(
                drawn.stream().map(this::row).toList(),
                end,
                ticks(end),
                today,
                scene.texts().get("no-data"))),
        table());
  }

  private String title() {
    boolean over = goals.getFirst().over();
    List<String> behind =
        goals.stream()
            .filter(goal -> goal.verdict() == Verdict.LOWER)
            .map(Goal::name)
            .limit(3)
            .toList();
    String key = (over ? "goals.over." : "goals.running.") + (behind.isEmpty() ? "all" : "behind");
    return scene.sentence(scene.texts().get(key, scene.called(month), String.join(", ", behind)));
  }

  private String subtitle() {
    if (goals.getFirst().over()) {
      return scene.texts().get("goals.subtitle.over", scene.formats().count(days(month.last())));
    }
    return scene
        .texts()
        .get(
            "goals.subtitle",
            scene.formats().count(days(scene.lastDay())),
            scene.formats().count(days(month.last())));
  }

  private int days(java.time.LocalDate until) {
    return scene.workingDays(month.first(), until);
  }

  private Row row(Goal goal) {
    Tone tone = goal.verdict() == Verdict.LOWER ? Tone.WAITING : Tone.THIS;
    return new Row(
        goal.name(),
        "",
        scene
            .texts()
            .get(
                "goals.value",
                amount(goal, goal.fact()),
                amount(goal, goal.plan().value().orElse(BigDecimal.ZERO)),
                scene.formats().share(goal.progress().doubleValue())),
        Optional.of(said(goal)),
        List.of(new Mark.Length(goal.progress().doubleValue(), tone)));
  }

  private String said(Goal goal) {
    String verdict = verdict(goal);
    if (goal.over() || goal.pace().filter(p -> p.signum() > 0).isEmpty()) {
      return verdict;
    }
    BigDecimal plan = goal.plan().value().orElse(BigDecimal.ZERO);
    return verdict
        + "; "
        + scene
            .texts()
            .get("goals.forecast", amount(goal, plan.multiply(goal.pace().orElse(BigDecimal.ONE))));
  }

  private String verdict(Goal goal) {
    boolean reached = goal.progress().compareTo(BigDecimal.ONE) >= 0;
    String key =
        goal.over() || reached || goal.pace().isEmpty() ? "goals.verdict.over." : "goals.verdict.";
    String verdict = reached ? Verdict.HIGHER.name() : goal.verdict().name();
    return scene.texts().get(key + verdict.toLowerCase(Locale.ROOT));
  }

  private String amount(Goal goal, BigDecimal value) {
    return switch (goal.plan().unit()) {
      case "money" ->
          scene
              .formats()
              .briefMoney(
                  value,
                  goal.plan()
                      .group()
                      .getOrDefault("currency", Optional.empty())
                      .orElse(scene.currency().orElse("")));
      case "ratio" -> scene.formats().share(value.doubleValue());
      default -> scene.formats().count(value);
    };
  }

  private List<Tick> ticks(double end) {
    List<Tick> ticks = new ArrayList<>();
    double step = end > 2.5 ? 1 : 0.5;
    for (double at = 0; at <= end; at += step) {
      ticks.add(new Tick(at, at == 0 ? "0" : scene.formats().share(at)));
    }
    return ticks;
  }

  private Table table() {
    List<Column> columns =
        Stream.of("figure", "plan", "fact", "progress", "pace", "verdict")
            .map(
                key ->
                    new Column(
                        scene.texts().get("column." + key),
                        !List.of("figure", "verdict").contains(key)))
            .toList();
    return new Table(
        columns,
        goals.stream()
            .map(
                goal ->
                    List.of(
                        Cell.text(goal.name()),
                        number(goal, goal.plan().value().orElse(BigDecimal.ZERO)),
                        number(goal, goal.fact()),
                        share(Optional.of(goal.progress())),
                        share(goal.pace()),
                        Cell.text(verdict(goal))))
            .toList());
  }

  private Cell number(Goal goal, BigDecimal value) {
    String currency = goal.plan().group().getOrDefault("currency", Optional.empty()).orElse("");
    return Cell.number(amount(goal, value), value, Type.of(goal.plan().unit(), currency));
  }

  private Cell share(Optional<BigDecimal> value) {
    return value
        .map(v -> Cell.number(scene.formats().share(v.doubleValue()), v, Type.SHARE))
        .orElse(Cell.text("–"));
  }
}
