package dev.svodka.kpi;

import dev.svodka.core.business.Localized;
import java.util.List;
import java.util.Optional;

/**
 * What a statement's header says of its KPIs.
 *
 * @param family folder of the file; {@code own} for a company's own
 * @param name what pages call it; those of the project have theirs in the text bundles
 * @param question the question it answers, in both languages
 * @param unit {@code count ratio hours days money money/day}
 * @param wilson whether its ratios carry a 95 % Wilson interval
 * @param edge what counts how where it is not plain
 */
public record KpiDefinition(
    List<String> kpis,
    String family,
    Optional<Localized> name,
    Localized question,
    Localized formula,
    String unit,
    boolean wilson,
    Optional<Localized> edge) {
  public KpiDefinition {
    kpis = List.copyOf(kpis);
  }

  /** Whether each row tells its own unit, as a goal has that of its KPI. */
  boolean unitOfRow() {
    return unit.equals("*");
  }
}
