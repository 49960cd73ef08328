package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import java.math.BigDecimal;
import java.util.Optional;

/** Money that stands at a moment. */
final class Balance {
  private Balance() {}

  static Optional<BigDecimal> now(Scene scene, String kpi) {
    return scene.figures().find(kpi, Figures.NONE, "all").flatMap(KpiRow::value);
  }

  /** At the end of the period, by what was known to have happened by then. */
  static Optional<BigDecimal> at(Scene scene, String kpi, Period period) {
    return scene.figures().find(kpi, Figures.NONE, period.label()).flatMap(KpiRow::value);
  }
}
