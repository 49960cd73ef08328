package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.page.Table.Cell;
import java.math.BigDecimal;
import java.util.Optional;

/** Figures of any unit as texts and cells. */
final class Measure {
  private static final BigDecimal TEN = BigDecimal.TEN;

  private final Scene scene;

  Measure(Scene scene) {
    this.scene = scene;
  }

  /** What is neither a count nor a share of counts. */
  static boolean isValue(KpiRow row) {
    return switch (row.unit()) {
      case "count" -> row.kpi().endsWith("_mean");
      case "ratio" -> row.low().isEmpty() && row.n().isEmpty();
      default -> true;
    };
  }

  /** As headlines and sentences tell it, with its unit. */
  String brief(KpiRow row, BigDecimal value) {
    return switch (row.unit()) {
      case "money" -> scene.briefMoney(value);
      case "days" -> days(value);
      default -> plain(row, value);
    };
  }

  /** All that there is to tell, with its unit. */
  String full(KpiRow row, BigDecimal value) {
    return switch (row.unit()) {
      case "money" -> scene.formats().money(value, scene.currency().orElse(""));
      case "ratio" -> scene.formats().fullShare(value);
      case "days" -> scene.formats().number(value.doubleValue(), 2) + " " + unitOfDays(value);
      default -> plain(row, value);
    };
  }

  /** For a column or a lane that names the unit: ratios in per cent, money in whole units. */
  String plain(KpiRow row, BigDecimal value) {
    return switch (row.unit()) {
      case "money" -> money(value);
      case "ratio" -> scene.formats().share(value.doubleValue());
      case "days" -> scene.formats().number(value.doubleValue(), decimals(value));
      case "hours" -> scene.formats().hours(value.doubleValue());
      default ->
          row.kpi().endsWith("_mean")
              ? scene.formats().number(value.doubleValue(), 2)
              : scene.formats().count(value);
    };
  }

  Cell cell(Optional<KpiRow> row) {
    return row.flatMap(r -> r.value().map(value -> Cell.number(plain(r, value), value, type(r))))
        .orElse(Cell.text("–"))
        .noted(scene.was(row.stream().toList()));
  }

  Type type(KpiRow row) {
    return Type.of(row.unit(), scene.currency().orElse(""));
  }

  Cell moneyCell(BigDecimal value) {
    return Cell.number(money(value), value, Type.money(scene.currency().orElse("")));
  }

  private String days(BigDecimal value) {
    return scene.formats().number(value.doubleValue(), decimals(value)) + " " + unitOfDays(value);
  }

  private String unitOfDays(BigDecimal value) {
    long whole = decimals(value) == 0 ? Math.round(value.doubleValue()) : 2;
    return scene.texts().plural("unit.days.word", scene.itemType(), whole, "");
  }

  private static int decimals(BigDecimal value) {
    return value.abs().compareTo(TEN) < 0 && value.stripTrailingZeros().scale() > 0 ? 1 : 0;
  }

  private String money(BigDecimal value) {
    boolean small = value.signum() != 0 && value.abs().compareTo(BigDecimal.ONE) < 0;
    return small ? scene.formats().number(value.doubleValue(), 2) : scene.formats().count(value);
  }
}
