package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is unpaid at as-of, by how late it is: not due, and each bucket with money and count. */
final class AgeingSection {
  private static final String NOT_DUE = "not_due";

  private AgeingSection() {}

  static Optional<Made> make(Scene scene) {
    List<String> buckets =
        scene.figures().bySubject("ageing", "all", Figures.NONE).keySet().stream()
            .sorted(Comparator.comparingInt(AgeingSection::firstDay))
            .toList();
    if (buckets.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    double greatest = 0;
    for (String bucket : buckets) {
      BigDecimal money = value(scene, "ageing", bucket);
      long count = value(scene, "ageing_count", bucket).longValue();
      greatest = Math.max(greatest, money.doubleValue());
      String name = scene.names().bucket(bucket);
      rows.add(
          new Row(
              name,
              scene.invoices("invoices.count", count),
              scene.briefMoney(money),
              Optional.empty(),
              List.of(new Mark.Length(money.doubleValue(), tone(bucket)))));
      cells.add(
          List.of(
              Cell.text(name, bucket),
              new Measure(scene).moneyCell(money),
              Cell.number(scene.formats().count(count), count)));
    }
    boolean any = greatest > 0;
    return Optional.of(
        new Made(
            title(scene),
            scene.texts().get("ageing.subtitle", scene.formats().day(scene.lastDay())),
            Optional.of(
                new ChartData.Rows(
                    any ? rows : List.of(),
                    any ? greatest * 1.3 : 1,
                    List.of(),
                    Optional.empty(),
                    scene.texts().get("unpaid.none"))),
            new Table(
                List.of(
                    new Column(scene.texts().get("column.bucket"), false),
                    new Column(scene.figureName("outstanding"), true),
                    new Column(scene.texts().get("column.invoices"), true)),
                cells)));
  }

  private static String title(Scene scene) {
    BigDecimal whole = Balance.now(scene, "outstanding").orElse(BigDecimal.ZERO);
    BigDecimal overdue = Balance.now(scene, "overdue").orElse(BigDecimal.ZERO);
    if (whole.signum() == 0) {
      return scene.texts().get("unpaid.none");
    }
    return overdue.signum() == 0
        ? scene.texts().get("ageing.none")
        : scene
            .texts()
            .get(
                "ageing.title",
                scene.formats().share(overdue.doubleValue() / whole.doubleValue()),
                scene.briefMoney(overdue),
                scene.briefMoney(whole));
  }

  private static Tone tone(String bucket) {
    return bucket.equals(NOT_DUE) ? Tone.BEFORE : Tone.OVERDUE;
  }

  /** What is not due comes first, then what is late by more and more. */
  private static int firstDay(String bucket) {
    String digits = bucket.replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static BigDecimal value(Scene scene, String kpi, String bucket) {
    return scene.figures().find(kpi, bucket, "all").flatMap(KpiRow::value).orElse(BigDecimal.ZERO);
  }
}
