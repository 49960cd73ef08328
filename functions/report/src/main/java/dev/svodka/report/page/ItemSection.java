package dev.svodka.report.page;

import dev.svodka.kpi.FactItem;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Outside;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items behind a figure as it is at as-of, one by one: the oldest first. */
final class ItemSection {
  private static final BigDecimal DAY = BigDecimal.valueOf(24);

  /**
   * @param age since its creation, or since it was first seen; empty where nobody tells
   * @param inStage since it entered the stage that it stands in
   */
  private record Line(FactItem item, Optional<BigDecimal> age, Optional<BigDecimal> inStage) {
    private static final Comparator<Line> OLDEST =
        Comparator.<Line, BigDecimal>comparing(l -> l.age().orElse(BigDecimal.ZERO))
            .thenComparing(l -> l.inStage().orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(l -> l.item().itemId());
  }

  private final Scene scene;
  private final String kpi;
  private final List<Line> lines;

  private ItemSection(Scene scene, String kpi) {
    this.scene = scene;
    this.kpi = kpi;
    Map<String, BigDecimal> inStage = new HashMap<>();
    items("stage_time_open")
        .forEach(item -> item.hours().ifPresent(h -> inStage.put(key(item), h)));
    Set<String> seen = new HashSet<>();
    this.lines =
        items(kpi).stream()
            .filter(item -> seen.add(key(item)))
            .map(item -> new Line(item, age(item), Optional.ofNullable(inStage.get(key(item)))))
            .sorted(Line.OLDEST)
            .toList();
  }

  static Optional<Made> table(Scene scene, Section section) {
    ItemSection items = new ItemSection(scene, section.figures().getFirst());
    return items.lines.isEmpty() ? Optional.empty() : Optional.of(items.made(section));
  }

  private List<FactItem> items(String figure) {
    return scene.facts().behind().items(figure, scene.process().id(), Optional.empty());
  }

  private static String key(FactItem item) {
    return item.itemType() + '\n' + item.itemId();
  }

  private Optional<BigDecimal> age(FactItem item) {
    return item.created()
        .map(
            created ->
                BigDecimal.valueOf(Duration.between(created, scene.asOf()).toMinutes())
                    .divide(BigDecimal.valueOf(60), java.math.MathContext.DECIMAL64))
        .or(item::hours);
  }

  private Made made(Section section) {
    Line first = lines.getFirst();
    String title =
        scene
            .texts()
            .find("items.title." + kpi, counted(), who(first))
            .orElseGet(() -> scene.figureName(kpi) + ": " + counted());
    return Made.table(
        title,
        scene.texts().find("items.subtitle." + kpi).orElseGet(() -> subtitle()),
        table(),
        section.last());
  }

  private String subtitle() {
    return scene.texts().get("items.subtitle");
  }

  private String counted() {
    return scene
        .texts()
        .plural("items.count", scene.itemType(), lines.size(), scene.formats().count(lines.size()));
  }

  /** Which is the oldest, where and for how long. */
  private String who(Line line) {
    String stage = line.item().stage().map(scene.names()::stage).orElse("");
    String id = Outside.clean(line.item().itemId());
    return (stage.isEmpty() ? id : id + ", " + stage)
        + line.age().map(age -> ", " + scene.invoices("days.count", days(age))).orElse("");
  }

  private static long days(BigDecimal hours) {
    return hours.divideToIntegralValue(DAY).longValue();
  }

  private Table table() {
    boolean money = lines.stream().anyMatch(l -> l.item().amount().isPresent());
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().forType("column.item", scene.itemType()), false));
    columns.add(new Column(scene.texts().get("column.stage"), false));
    columns.add(new Column(scene.texts().get("column.owner"), false));
    columns.add(new Column(scene.texts().get("column.age"), true));
    columns.add(new Column(scene.texts().get("column.in-stage"), true));
    if (money) {
      columns.add(new Column(scene.texts().get("column.amount"), true));
      columns.add(new Column(scene.texts().get("column.currency"), false));
    }
    return new Table(columns, lines.stream().map(line -> row(line, money)).toList());
  }

  private List<Cell> row(Line line, boolean money) {
    ItemCells item = new ItemCells(scene, line.item());
    List<Cell> row = new ArrayList<>();
    row.add(item.id());
    row.add(item.stage());
    row.add(item.owner());
    row.add(days(line.age()));
    row.add(days(line.inStage()));
    if (money) {
      row.add(item.amount());
      row.add(item.currency());
    }
    return row;
  }

  private Cell days(Optional<BigDecimal> hours) {
    return hours
        .map(h -> Cell.number(scene.formats().count(days(h)), days(h)))
        .orElse(Cell.text("–"));
  }
}
