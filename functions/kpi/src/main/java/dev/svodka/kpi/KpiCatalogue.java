package dev.svodka.kpi;

import dev.svodka.core.business.Localized;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every KPI: the question it answers, formula, unit and edge cases, as its SQL file says. */
public final class KpiCatalogue {
  private KpiCatalogue() {}

  /** The KPIs that the project ships, by family and name. */
  public static List<KpiDefinition> shipped() {
    return SqlFiles.below("kpi").stream().map(KpiCatalogue::definition).toList();
  }

  /** The shipped KPIs and those in the company's own {@code kpi/} folder. */
  public static List<KpiDefinition> with(Path businessFolder) {
    return Stream.concat(SqlFiles.below("kpi").stream(), SqlFiles.ownKpis(businessFolder).stream())
        .map(KpiCatalogue::definition)
        .toList();
  }

  static KpiDefinition definition(SqlFile file) {
    Map<String, String> header = file.header();
    String folder = file.name().substring(0, Math.max(0, file.name().lastIndexOf('/')));
    return new KpiDefinition(
        Arrays.stream(told(file, header, "kpi").split(",")).map(String::strip).toList(),
        folder.substring(folder.indexOf('/') + 1),
        new Localized(told(file, header, "ru"), told(file, header, "en")),
        new Localized(
            header.getOrDefault("formula-ru", told(file, header, "formula")),
            told(file, header, "formula")),
        told(file, header, "unit"),
        header.getOrDefault("interval", "").equals("wilson"),
        Optional.ofNullable(header.get("edge"))
            .map(edge -> new Localized(header.getOrDefault("edge-ru", edge), edge)));
  }

  private static String told(SqlFile file, Map<String, String> header, String key) {
    String value = header.get(key);
    if (value == null || value.isBlank()) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file.name() + ": the header lacks \"-- " + key + ": …\", which every KPI file has.");
    }
    return value;
  }
}
