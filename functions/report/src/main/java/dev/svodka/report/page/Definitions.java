package dev.svodka.report.page;

import dev.svodka.core.business.Localized;
import dev.svodka.kpi.KpiCatalogue;
import dev.svodka.kpi.KpiDefinition;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What figures are called and how they are defined, in the page's language: by the text bundle, or
 * else as the header of the KPI's SQL says, a company's own among them.
 */
final class Definitions {
  private final Map<String, KpiDefinition> catalogue = new HashMap<>();
  private final Texts texts;

  Definitions(Path businessFolder, Texts texts) {
    this.texts = texts;
    KpiCatalogue.with(businessFolder).forEach(d -> d.kpis().forEach(id -> catalogue.put(id, d)));
  }

  /** A figure's name for items of one type. */
  String name(String kpi, String itemType) {
    return texts
        .find("figure." + kpi + "." + itemType)
        .or(() -> texts.find("figure." + kpi))
        .or(() -> find(kpi).flatMap(KpiDefinition::name).map(this::said))
        .orElse(kpi);
  }

  /** The question, the formula and what counts how; empty for what is no KPI. */
  Optional<String> definition(String kpi) {
    return texts.find("define." + kpi).or(() -> find(kpi).map(this::said));
  }

  private Optional<KpiDefinition> find(String kpi) {
    return Optional.ofNullable(catalogue.get(kpi));
  }

  private String said(KpiDefinition definition) {
    String formula = said(definition.formula());
    return said(definition.question())
        + " = "
        + formula
        + (formula.endsWith(".") ? "" : ".")
        + definition.edge().map(edge -> " " + said(edge)).orElse("");
  }

  private String said(Localized text) {
    return Outside.clean(text.in(texts.language()));
  }
}
