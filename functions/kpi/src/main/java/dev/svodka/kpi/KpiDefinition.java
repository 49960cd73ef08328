package dev.svodka.kpi;

import dev.svodka.core.business.Localized;
import java.util.List;

/**
 * What a statement's header says of its KPIs.
 *
 * @param question the question it answers, in both languages
 * @param wilson whether its ratios carry a 95 % Wilson interval
 */
public record KpiDefinition(
    List<String> kpis,
    String family,
    Localized question,
    String formula,
    String unit,
    boolean wilson,
    String edge) {
  public KpiDefinition {
    kpis = List.copyOf(kpis);
  }
}
