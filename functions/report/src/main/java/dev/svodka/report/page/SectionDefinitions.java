package dev.svodka.report.page;

import dev.svodka.report.declare.Section;
import dev.svodka.report.page.PageView.DefinitionView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures of a chart or a table mean: each definition once, under all its names. */
final class SectionDefinitions {
  private SectionDefinitions() {}

  static List<DefinitionView> of(Scene scene, Section section) {
    return of(scene, figures(section));
  }

  static List<DefinitionView> of(Scene scene, Stream<String> figures) {
    Map<String, String> names = new LinkedHashMap<>();
    figures
        .map(figure -> figure.replaceAll("@.*", ""))
        .distinct()
        .forEach(
            figure ->
                scene
                    .definition(figure)
                    .ifPresent(
                        text ->
                            names.merge(text, scene.figureName(figure), (a, b) -> a + ", " + b)));
    return names.entrySet().stream()
        .map(entry -> new DefinitionView(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static Stream<String> figures(Section section) {
    return switch (section.kind()) {
      case FUNNEL -> Stream.of("passed", "reached", "conversion");
      case COHORTS, COHORT_TABLE -> Stream.of("conversion_within");
      case AGEING -> Stream.of("ageing", "outstanding", "overdue");
      case BALANCES, CUSTOMER_TABLE, UNPAID_TABLE, NOT_DEBT_TABLE, LEDGER_TABLE ->
          Stream.of("outstanding", "overdue");
      case DURATIONS ->
          section.figures().stream()
              .flatMap(family -> Stream.of(family + "_median", family + "_p90"));
      case TERMS -> Stream.of("terms_kept", "interval_on_target", "on_time_rate");
      case LATE -> Stream.of("terms_overdue");
      case PROCESS_TABLE ->
          Stream.of(
              "terms_kept",
              "terms_overdue",
              "open",
              "interval_median",
              "case_time_median",
              "created");
      default -> section.figures().stream();
    };
  }
}
