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

  /**
   * The shipped KPIs and those in the company's own {@code kpi/} folder.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where one of them is wrong, with file,
   *     line and fix
   */
  public static List<KpiDefinition> with(Path businessFolder) {
    Stream<KpiDefinition> own =
        OwnKpis.in(businessFolder).stream().map(file -> definition(file, OwnKpis.FAMILY));
    return Stream.concat(shipped().stream(), own).toList();
  }

  static KpiDefinition definition(SqlFile file) {
    String[] path = file.name().split("/", -1);
    return definition(file, path[path.length - 2]);
  }

  static KpiDefinition definition(SqlFile file, String family) {
    Map<String, String> header = file.header();
    return new KpiDefinition(
        Arrays.stream(told(file, header, "kpi").split(",", -1)).map(String::strip).toList(),
        family,
        either(header, "name-ru", "name"),
        either(header, "ru", "en").orElseThrow(() -> lacks(file, "en")),
        either(header, "formula-ru", "formula").orElseThrow(() -> lacks(file, "formula")),
        told(file, header, "unit"),
        header.getOrDefault("interval", "").equals("wilson"),
        either(header, "edge-ru", "edge"));
  }

  /** What is told in one language stands for both. */
  private static Optional<Localized> either(Map<String, String> header, String ru, String en) {
    Optional<String> russian = text(header, ru);
    Optional<String> english = text(header, en);
    return russian.or(() -> english).map(any -> new Localized(any, english.orElse(any)));
  }

  private static String told(SqlFile file, Map<String, String> header, String key) {
    return text(header, key).orElseThrow(() -> lacks(file, key));
  }

  private static Optional<String> text(Map<String, String> header, String key) {
    return Optional.ofNullable(header.get(key)).filter(text -> !text.isBlank());
  }

  private static SvodkaException lacks(SqlFile file, String key) {
    return OwnKpis.wrong(
        file, 1, "the header lacks «-- %s: …»; add that line above the SQL".formatted(key));
  }
}
