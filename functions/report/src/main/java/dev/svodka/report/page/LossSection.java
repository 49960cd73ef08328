package dev.svodka.report.page;

import dev.svodka.core.business.Condition;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Outside;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why and from where items were lost over the last periods. */
final class LossSection {
  private static final String KPI = "loss_reasons";
  private static final String MONEY = "loss_reasons_amount";
  private static final String NOT_TOLD = "*none";
  private static final int MOST_ROWS = 8;
  private static final double ROOM_FOR_VALUE = 0.72;

  /**
   * @param stages stage ▶ how many were lost from it
   * @param money currency ▶ what they would have brought
   */
  private record Reason(
      String id, long count, Map<String, Long> stages, Map<String, BigDecimal> money) {}

  private final Scene scene;
  private final List<Period> periods;
  private final List<Reason> reasons;
  private final long all;

  private LossSection(Scene scene, Section section) {
    this.scene = scene;
    this.periods = scene.periods(section.step(), section.last());
    this.reasons = reasons();
    this.all = reasons.stream().mapToLong(Reason::count).sum();
  }

  /** Nothing where the process tells no reasons, or where nothing was lost. */
  private static Optional<LossSection> of(Scene scene, Section section) {
    return Optional.of(new LossSection(scene, section)).filter(losses -> losses.all > 0);
  }

  static Optional<Made> chart(Scene scene, Section section) {
    return of(scene, section).map(losses -> losses.drawn());
  }

  static Optional<Made> table(Scene scene, Section section) {
    return of(scene, section)
        .map(
            losses ->
                Made.table(losses.tableTitle(), losses.span(), losses.listed(), Integer.MAX_VALUE));
  }

  private List<Reason> reasons() {
    SortedSet<String> ids = new TreeSet<>();
    periods.forEach(
        p -> ids.addAll(scene.figures().bySubject(KPI, p.label(), Figures.NONE).keySet()));
    return ids.stream()
        .map(id -> new Reason(id, count(id, periods), stages(id), money(id)))
        .filter(reason -> reason.count() > 0)
        .sorted(Comparator.comparingLong(Reason::count).reversed().thenComparing(Reason::id))
        .toList();
  }

  private long count(String reason, List<Period> over) {
    return over.stream()
        .mapToLong(p -> scene.figures().count(KPI, reason, p.label()).orElse(0L))
        .sum();
  }

  private Map<String, Long> stages(String reason) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Period period : periods) {
      scene
          .figures()
          .byGroup(KPI, reason, "stage", period.label())
          .forEach(
              (stage, row) ->
                  counts.merge(
                      stage.orElse(""),
                      row.value().map(BigDecimal::longValue).orElse(0L),
                      Long::sum));
    }
    return counts;
  }

  private Map<String, BigDecimal> money(String reason) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Period period : periods) {
      scene
          .figures()
          .byGroup(MONEY, reason, "currency", period.label())
          .forEach(
              (currency, row) ->
                  sums.merge(
                      currency.orElse(""), row.value().orElse(BigDecimal.ZERO), BigDecimal::add));
    }
    return sums;
  }

  private Made drawn() {
    List<Row> rows = new ArrayList<>();
    for (Reason reason : reasons.subList(0, Math.min(reasons.size(), MOST_ROWS))) {
      rows.add(row(reason, rows.isEmpty() ? Tone.THIS : Tone.BEFORE));
    }
    int left = reasons.size() - rows.size();
    return new Made(
        title(),
        scene.texts().get("losses.subtitle", scene.formats().count(all), span())
            + (left > 0 ? " " + scene.texts().get("rates.more", scene.formats().count(left)) : ""),
        Optional.of(
            new ChartData.Rows(
                rows,
                reasons.getFirst().count() / ROOM_FOR_VALUE,
                List.of(),
                Optional.empty(),
                scene.texts().get("no-data"))),
        listed());
  }

  private Row row(Reason reason, Tone tone) {
    Optional<Map.Entry<String, Long>> most =
        reason.stages().entrySet().stream()
            .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey));
    return new Row(
        name(reason),
        excluded(reason) ? scene.texts().get("losses.excluded") : "",
        scene.formats().count(reason.count())
            + " · "
            + scene.formats().share((double) reason.count() / all),
        most.map(
            stage ->
                scene
                    .texts()
                    .get(
                        "losses.from",
                        stage(stage.getKey()),
                        scene.formats().count(stage.getValue()))),
        List.of(new Mark.Length(reason.count(), tone)));
  }

  private boolean excluded(Reason reason) {
    return scene.process().failureExcludes().values().stream()
        .flatMap(Collection::stream)
        .anyMatch(reason.id()::equals);
  }

  /** The most frequent reason, and whether it has become more frequent than in as long before. */
  private String title() {
    Reason first = reasons.getFirst();
    Rate now = new Rate(first.count(), all);
    String said =
        scene
            .texts()
            .get(
                "losses.title",
                name(first),
                scene.of(now),
                scene.formats().share(now.value()),
                scene.interval(now));
    return before(first)
        .map(
            was ->
                said
                    + scene
                        .texts()
                        .get(
                            "losses.before." + now.against(was).name().toLowerCase(Locale.ROOT),
                            scene.formats().share(was.value())))
        .orElse(said);
  }

  private Optional<Rate> before(Reason reason) {
    List<Period> earlier = periods.getFirst().previous().lastOnes(periods.size());
    long whole =
        earlier.stream()
            .flatMap(p -> scene.figures().bySubject(KPI, p.label(), Figures.NONE).values().stream())
            .flatMap(row -> row.value().stream())
            .mapToLong(BigDecimal::longValue)
            .sum();
    boolean seen =
        scene.figures().find("created", Figures.NONE, earlier.getFirst().label()).isPresent();
    return whole == 0 || !seen
        ? Optional.empty()
        : Optional.of(new Rate(count(reason.id(), earlier), whole));
  }

  /** From where most are lost, whatever the reason. */
  private String tableTitle() {
    Map<String, Long> stages = new TreeMap<>();
    reasons.forEach(reason -> reason.stages().forEach((s, n) -> stages.merge(s, n, Long::sum)));
    return stages.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(
            most -> {
              Rate rate = new Rate(most.getValue(), all);
              return scene
                  .texts()
                  .get(
                      "loss-table.title",
                      stage(most.getKey()),
                      scene.of(rate),
                      scene.formats().share(rate.value()));
            })
        .orElseGet(() -> scene.texts().get("loss-table.title.none"));
  }

  private String span() {
    return scene.formats().days(periods.getFirst().first(), periods.getLast().last());
  }

  private Table listed() {
    List<String> stages = stages();
    SortedSet<String> currencies = new TreeSet<>();
    reasons.forEach(reason -> currencies.addAll(reason.money().keySet()));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.reason"), false));
    columns.add(new Column(scene.texts().get("column.lost"), true));
    columns.add(new Column(scene.texts().get("column.share"), true));
    stages.forEach(stage -> columns.add(new Column(stage(stage), true)));
    currencies.forEach(
        currency ->
            columns.add(
                new Column(
                    scene.texts().get("column.lost-money", scene.formats().sign(currency)), true)));
    double greatest =
        reasons.stream()
            .flatMap(reason -> reason.stages().values().stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(1);
    return new Table(
        columns, reasons.stream().map(r -> line(r, stages, currencies, greatest)).toList());
  }

  private List<Cell> line(
      Reason reason, List<String> stages, SortedSet<String> currencies, double greatest) {
    List<Cell> row = new ArrayList<>();
    double share = (double) reason.count() / all;
    row.add(Cell.text(name(reason)));
    row.add(Cell.number(scene.formats().count(reason.count()), reason.count()));
    row.add(Cell.share(scene.formats().share(share), share));
    for (String stage : stages) {
      long count = reason.stages().getOrDefault(stage, 0L);
      row.add(Cell.number(scene.formats().count(count), count).shaded(count / greatest, false));
    }
    for (String currency : currencies) {
      BigDecimal money = reason.money().getOrDefault(currency, BigDecimal.ZERO);
      row.add(Cell.number(scene.formats().count(money), money, Type.money(currency)));
    }
    return row;
  }

  /** As the milestones follow each other; what none names comes last. */
  private List<String> stages() {
    SortedSet<String> found = new TreeSet<>();
    reasons.forEach(reason -> found.addAll(reason.stages().keySet()));
    List<List<String>> order =
        scene.process().milestones().stream()
            .map(
                m ->
                    m.condition() instanceof Condition.EnteredStage(List<String> p)
                        ? p
                        : List.<String>of())
            .toList();
    return found.stream()
        .sorted(
            Comparator.<String>comparingInt(
                    stage -> {
                      for (int i = 0; i < order.size(); i++) {
                        if (Names.isOf(stage, order.get(i))) {
                          return i;
                        }
                      }
                      return order.size();
                    })
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private String stage(String id) {
    return id.isEmpty() ? scene.texts().get("losses.no-stage") : scene.names().stage(id);
  }

  private String name(Reason reason) {
    return reason.id().equals(NOT_TOLD)
        ? scene.texts().get("losses.not-told")
        : Outside.clean(reason.id());
  }
}
