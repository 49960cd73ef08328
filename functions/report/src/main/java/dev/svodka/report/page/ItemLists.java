package dev.svodka.report.page;

import dev.svodka.kpi.ItemQuery;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Rate;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists that the numbers of a chapter lead to: asked for while it is written, and made after
 * it, all at once.
 */
final class ItemLists {
  /**
   * A list.
   *
   * @param scene of the process whose items they are
   * @param file its path without language and kind
   * @param name of the figure that counts the items
   * @param period as {@link KpiRow#period}
   * @param rate where the figure is one: its base is listed
   */
  record Asked(
      Scene scene,
      String file,
      String name,
      String period,
      Optional<Rate> rate,
      List<ItemQuery> queries) {}

  private final String folder;
  private final Map<List<ItemQuery>, Asked> asked = new LinkedHashMap<>();

  ItemLists(ReportSpec spec) {
    this.folder = spec.id() + "/";
  }

  /** In the order in which they were asked for. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /**
   * The page that lists what figures count together, from where the report's page lies; nothing
   * where they count nothing, or no items, or what its readers may not see.
   *
   * @param name of what the figures are, together
   */
  Optional<URI> page(Scene scene, String name, List<KpiRow> rows) {
    boolean some = rows.stream().anyMatch(row -> counted(row).signum() > 0);
    boolean shown = scene.insider() && scene.facts().behind().listed() && !scene.ofCompany();
    if (!shown || !some || !rows.stream().allMatch(ItemLists::listed)) {
      return Optional.empty();
    }
    KpiRow first = rows.getFirst();
    List<ItemQuery> queries = rows.stream().map(row -> query(scene, row)).toList();
    Asked list =
        asked.computeIfAbsent(
            queries,
            q ->
                new Asked(
                    scene,
                    file(scene.part(), first.kpi()),
                    name,
                    first.period(),
                    Figures.rate(first),
                    queries));
    return Optional.of(URI.create(list.file() + "." + scene.texts().language().tag() + ".html"));
  }

  private String file(String part, String kpi) {
    String base = folder + "items-" + part + "-" + kpi;
    List<String> taken = new ArrayList<>(asked.values().stream().map(Asked::file).toList());
    String file = base;
    for (int i = 2; taken.contains(file); i++) {
      file = base + "-" + i;
    }
    return file;
  }

  private static boolean listed(KpiRow row) {
    return ItemQuery.listed(row.kpi()) && row.group().isEmpty();
  }

  private static boolean isRate(KpiRow row) {
    return row.unit().equals("ratio");
  }

  private static BigDecimal counted(KpiRow row) {
    return (isRate(row) ? row.denominator() : row.value()).orElse(BigDecimal.ZERO);
  }

  private static ItemQuery query(Scene scene, KpiRow row) {
    return new ItemQuery(
        row.kpi(), row.process(), row.subject(), row.period(), currency(scene, row));
  }

  /** A chapter of one currency shows its figures as if they were of none. */
  private static Optional<String> currency(Scene scene, KpiRow row) {
    return scene
        .currency()
        .filter(
            currency ->
                scene.facts().rows().stream()
                    .anyMatch(
                        other ->
                            other.kpi().equals(row.kpi())
                                && other.process().equals(row.process())
                                && other.group().containsKey("currency")));
  }
}
