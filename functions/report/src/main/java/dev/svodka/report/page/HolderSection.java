package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At whom things wait, and in which stage: medians by owner on the working clock where there is
 * one, those with the most time in all (median × n) first.
 */
final class HolderSection {
  private static final int MOST_ROWS = 10;
  private static final double ROOM_FOR_VALUE = 0.72;

  private record Holder(String owner, String stage, double median, long n) {
    double all() {
      return median * n;
    }
  }

  private final Scene scene;
  private final boolean working;
  private final List<Holder> holders;

  private HolderSection(Scene scene, String family) {
    this.scene = scene;
    List<KpiRow> rows = scene.figures().every(family + "_median", "all");
    this.working = rows.stream().anyMatch(row -> row.clock().equals(Optional.of("working")));
    String clock = working ? "working" : "elapsed";
    this.holders =
        rows.stream()
            .filter(row -> row.clock().equals(Optional.of(clock)))
            .filter(row -> row.group().size() == 1 && row.group().containsKey("owner"))
            .flatMap(row -> row.value().map(value -> holder(row, value)).stream())
            .filter(holder -> holder.n() > 0)
            .sorted(
                Comparator.comparingDouble(Holder::all)
                    .reversed()
                    .thenComparing(Holder::owner)
                    .thenComparing(Holder::stage))
            .toList();
  }

  static Optional<Made> chart(Scene scene, Section section) {
    return Optional.of(new HolderSection(scene, section.figures().getFirst()))
        .filter(found -> !found.holders.isEmpty())
        .map(HolderSection::made);
  }

  private Holder holder(KpiRow row, BigDecimal value) {
    return new Holder(
        scene.names().group("owner", row.group().getOrDefault("owner", Optional.empty())),
        scene.names().stage(row.subject().orElse("")),
        value.doubleValue(),
        row.n().orElse(0L));
  }

  private Made made() {
    List<Holder> drawn = holders.subList(0, Math.min(holders.size(), MOST_ROWS));
    double greatest = drawn.stream().mapToDouble(Holder::median).max().orElse(1);
    Holder first = holders.getFirst();
    int left = holders.size() - drawn.size();
    return new Made(
        scene.texts().get("holders.title", first.owner(), first.stage(), time(first.median())),
        scene.texts().get(working ? "holders.subtitle.working" : "holders.subtitle")
            + (left > 0 ? " " + scene.texts().get("rates.more", scene.formats().count(left)) : ""),
        Optional.of(
            new ChartData.Rows(
                drawn.stream().map(this::row).toList(),
                (greatest == 0 ? 1 : greatest) / ROOM_FOR_VALUE,
                List.of(),
                Optional.empty(),
                scene.texts().get("no-data"))),
        table());
  }

  private Row row(Holder holder) {
    return new Row(
        holder.owner(),
        holder.stage() + ", " + scene.n(holder.n()),
        time(holder.median()),
        Optional.empty(),
        List.of(new Mark.Length(holder.median(), Tone.THIS)));
  }

  private String time(double hours) {
    return working ? scene.formats().workingHours(hours) : scene.formats().hours(hours);
  }

  private Table table() {
    return new Table(
        List.of(
            new Column(scene.texts().get("column.owner"), false),
            new Column(scene.texts().get("column.stage"), false),
            new Column(scene.figureName("stage_time_n"), true),
            new Column(scene.figureName("stage_time_median" + (working ? ".working" : "")), true)),
        holders.stream()
            .map(
                holder ->
                    List.of(
                        Cell.text(holder.owner()),
                        Cell.text(holder.stage()),
                        Cell.number(scene.formats().count(holder.n()), holder.n()),
                        Cell.number(
                            time(holder.median()),
                            BigDecimal.valueOf(holder.median()),
                            Type.of("hours", ""))))
            .toList());
  }
}
