package dev.svodka.report.declare;

import dev.svodka.core.business.Business;
import dev.svodka.kpi.KpiCatalogue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a company's own report has to keep to beyond its form: it names figures and processes that
 * there are, and draws what can be drawn.
 *
 * @param units KPI id ▶ unit
 * @param processes ids
 * @param dimensions what figures are grouped by
 */
record OwnRules(Map<String, String> units, Set<String> processes, Set<String> dimensions) {
  /** No shipped report begins so: what is added to the project never takes a company's id away. */
  static final String PREFIX = "own-";

  private static final Set<String> COUNTED = Set.of("count", "ratio");

  /** Kinds whose figures are counts and ratios alone. */
  private static final Map<Section.Kind, Set<String>> DRAWN =
      Map.of(
          Section.Kind.PERIODS, COUNTED,
          Section.Kind.RATES, Set.of("ratio"),
          Section.Kind.CHANGE_TABLE, COUNTED,
          Section.Kind.GROUP_TABLE, COUNTED);

  private static final Set<Section.Kind> WITHOUT_FIGURES =
      Set.of(
          Section.Kind.FUNNEL,
          Section.Kind.COHORTS,
          Section.Kind.COHORT_TABLE,
          Section.Kind.GOALS,
          Section.Kind.CURVE,
          Section.Kind.AGES,
          Section.Kind.LOSSES,
          Section.Kind.LOSS_TABLE);

  static OwnRules of(Business business) {
    Map<String, String> units = new HashMap<>();
    KpiCatalogue.with(business.folder())
        .forEach(kpi -> kpi.kpis().forEach(id -> units.put(id, kpi.unit())));
    Set<String> dimensions = new LinkedHashSet<>(Set.of("owner"));
    business.processes().values().forEach(process -> dimensions.addAll(process.groupBy()));
    return new OwnRules(units, business.processes().keySet(), dimensions);
  }

  void checkId(YamlNode node, String id) {
    if (!id.startsWith(PREFIX)) {
      throw node.error(
          "id", "a company's own report is called %s…; call it %s%s".formatted(PREFIX, PREFIX, id));
    }
  }

  void checkProcesses(YamlNode node, List<String> ids) {
    for (String id : ids) {
      if (!processes.contains(id)) {
        throw node.error(
            "processes",
            "the business file has no process «%s»; it has %s"
                .formatted(id, String.join(", ", processes)));
      }
    }
  }

  void checkHeadline(YamlNode node) {
    checkUnit(node, "figure", node.text("figure"), COUNTED);
  }

  void checkSection(YamlNode node, Section section) {
    if (section.figures().isEmpty()
        && section.kind().per() == ReportSpec.Per.PROCESS
        && !WITHOUT_FIGURES.contains(section.kind())) {
      throw node.error("kind", "name the «figures» that it shows, such as [created]");
    }
    if (section.kind() == Section.Kind.DURATIONS || section.kind() == Section.Kind.HOLDERS) {
      section.figures().forEach(family -> unit(node, "figures", family + "_median"));
      return;
    }
    for (String figure : section.figures()) {
      if (DRAWN.containsKey(section.kind())) {
        checkUnit(node, "figures", figure, DRAWN.getOrDefault(section.kind(), COUNTED));
      } else {
        unit(node, "figures", figure.replaceAll("@.*", ""));
      }
    }
    section
        .by()
        .filter(by -> !dimensions.contains(by))
        .ifPresent(
            by -> {
              throw node.error(
                  "by",
                  "figures are not grouped by «%s» but by %s; a field is added under group-by of the business file"
                      .formatted(by, String.join(", ", dimensions)));
            });
  }

  private void checkUnit(YamlNode node, String field, String figure, Set<String> fit) {
    String unit = unit(node, field, figure);
    if (!fit.contains(unit)) {
      throw node.error(
          field,
          "«%s» is in %s; here stand figures in %s"
              .formatted(figure, unit, String.join(" or ", fit.stream().sorted().toList())));
    }
  }

  private String unit(YamlNode node, String field, String figure) {
    String unit = units.get(figure);
    if (unit == null) {
      throw node.error(
          field,
          "there is no figure «%s»; «svodka kpis --business FILE» lists them".formatted(figure));
    }
    return unit;
  }
}
