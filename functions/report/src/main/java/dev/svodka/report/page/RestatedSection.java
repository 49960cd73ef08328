package dev.svodka.report.page;

import dev.svodka.kpi.diff.Cause;
import dev.svodka.kpi.diff.FigureKey;
import dev.svodka.kpi.diff.Restatement;
import dev.svodka.report.figure.Period;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures of closed periods that are told otherwise than they were published. */
final class RestatedSection {
  private static final String WORKING = "working";

  private final QualityScene scene;

  RestatedSection(QualityScene scene) {
    this.scene = scene;
  }

  Optional<Made> table(int rows) {
    List<Restatement> figures =
        scene.restated().stream()
            .sorted(
                Comparator.comparing(
                        (Restatement r) -> Period.parse(r.key().period()).last(),
                        Comparator.reverseOrder())
                    .thenComparing(Restatement::key))
            .toList();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Made.table(
                scene.plural("restated.title", figures.size()),
                scene.texts().get("restated.subtitle"),
                new Table(
                    scene.columns(
                        "figure", "process", "period", "before#", "now#", "cause", "found-on"),
                    figures.stream().map(this::row).toList()),
                rows));
  }

  private List<Cell> row(Restatement figure) {
    FigureKey key = figure.key();
    return List.of(
        Cell.text(name(key)),
        Cell.text(scene.processTitle(key.process())),
        Cell.text(called(Period.parse(key.period())), key.period()),
        value(figure, figure.before()),
        value(figure, figure.now()),
        Cell.text(cause(figure)),
        scene.day(figure.found().minusMillis(1)));
  }

  private String name(FigureKey key) {
    String type = scene.process(key.process()).map(p -> p.items().type()).orElse("");
    String subject =
        key.subject()
            .flatMap(id -> scene.names(key.process()).map(names -> subject(key, id, names)))
            .map(said -> ": " + said)
            .orElse("");
    String clock =
        key.clock()
            .filter(WORKING::equals)
            .map(c -> ", " + scene.texts().get("clock.working"))
            .orElse("");
    return scene.definitions().name(key.kpi(), type) + subject + clock;
  }

  private static String subject(FigureKey key, String id, Names names) {
    if (key.kpi().startsWith("interval_")) {
      return names.interval(id);
    }
    return key.kpi().startsWith("stage_") ? names.stage(id) : Outside.clean(id);
  }

  private String called(Period period) {
    return switch (period.step()) {
      case WEEK ->
          scene.formats().days(period.first(), period.last()) + " " + period.last().getYear();
      case MONTH -> scene.formats().monthName(period.first());
    };
  }

  private Cell value(Restatement figure, Optional<BigDecimal> value) {
    Optional<String> currency =
        Optional.ofNullable(figure.key().group().get("currency")).flatMap(told -> told);
    return value
        .map(
            v ->
                Cell.number(
                    said(figure, v, currency.orElse("")),
                    v,
                    Type.of(figure.unit(), currency.orElse(""))))
        .orElse(Cell.text("–"));
  }

  private String said(Restatement figure, BigDecimal value, String currency) {
    Formats formats = scene.formats();
    return switch (figure.unit()) {
      case "money" -> formats.money(value, currency);
      case "ratio" -> formats.fullShare(value);
      case "hours" ->
          figure.key().clock().filter(WORKING::equals).isPresent()
              ? formats.workingHours(value.doubleValue())
              : formats.hours(value.doubleValue());
      case "days" -> formats.number(value.doubleValue(), 1) + " " + scene.texts().get("unit.days");
      default -> formats.count(value);
    };
  }

  private String cause(Restatement figure) {
    return figure.causes().stream()
        .map(RestatedSection::key)
        .map(key -> scene.texts().get("cause." + key))
        .collect(Collectors.joining(", "));
  }

  private static String key(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
