package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A company's own KPIs: the files {@code kpi/*.sql} beside its business file. */
final class OwnKpis {
  /** No shipped id begins so: what is added to the project never takes a company's name away. */
  static final String PREFIX = "own_";

  static final String FAMILY = "own";
  private static final Pattern ID = Pattern.compile(PREFIX + "[a-z0-9_]{1,60}");
  private static final List<String> UNITS =
      List.of("count", "ratio", "hours", "days", "money", "money/day");

  private OwnKpis() {}

  /**
   * The files with their headers checked, by path; none where there is no such folder.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} with file, line and fix
   */
  static List<SqlFile> in(Path businessFolder) {
    Path folder = businessFolder.resolve("kpi");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<SqlFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .forEach(file -> files.add(new SqlFile(file.toString(), text(file))));
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, "The KPI folder " + folder + " cannot be read.", e);
    }
    check(files);
    return List.copyOf(files);
  }

  private static void check(List<SqlFile> files) {
    Set<String> shipped = new HashSet<>();
    KpiCatalogue.shipped().forEach(kpi -> shipped.addAll(kpi.kpis()));
    Map<String, String> owners = new HashMap<>();
    for (SqlFile file : files) {
      KpiDefinition definition = KpiCatalogue.definition(file, FAMILY);
      for (String id : definition.kpis()) {
        if (shipped.contains(id)) {
          throw wrong(
              file,
              file.lineOf("kpi"),
              "«%s» is one of Svodka's own KPIs; call yours %s%s".formatted(id, PREFIX, id));
        }
        if (!ID.matcher(id).matches()) {
          throw wrong(
              file,
              file.lineOf("kpi"),
              "«%s»: a company's KPI is called %s and then a-z, 0-9 or _, such as %sfirst_contact"
                  .formatted(id, PREFIX, PREFIX));
        }
        String other = owners.putIfAbsent(id, file.name());
        if (other != null) {
          throw wrong(
              file,
              file.lineOf("kpi"),
              "«%s» is in %s already; give one of them another id".formatted(id, other));
        }
      }
      if (!UNITS.contains(definition.unit())) {
        throw wrong(
            file,
            file.lineOf("unit"),
            "«%s» is no unit; known are %s".formatted(definition.unit(), String.join(", ", UNITS)));
      }
    }
  }

  static SvodkaException wrong(SqlFile file, int line, String problem) {
    return new SvodkaException(
        ErrorCode.INPUT_INVALID, "%s:%d: %s".formatted(file.name(), line, problem));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, file + ": cannot be read as UTF-8; save it so", e);
    }
  }
}
