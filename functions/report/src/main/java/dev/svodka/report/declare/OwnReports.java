package dev.svodka.report.declare;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A company's own reports: the files {@code report/*.yaml} beside its business file. */
public final class OwnReports {
  private OwnReports() {}

  /**
   * The reports by file name; none where there is no such folder.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} with file, line and fix
   */
  public static List<ReportSpec> in(Business business) {
    Path folder = business.folder().resolve("report");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    OwnRules rules = OwnRules.of(business);
    List<ReportSpec> specs = new ArrayList<>();
    Map<String, Path> owners = new HashMap<>();
    for (Path file : files(folder)) {
      ReportSpec spec = SpecReader.read(file.toString(), text(file), rules);
      Path other = owners.putIfAbsent(spec.id(), file);
      if (other != null) {
        throw new SvodkaException(
            ErrorCode.INPUT_INVALID,
            "%s: «%s» is the id of %s already; give one of them another"
                .formatted(file, spec.id(), other));
      }
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, "The report folder " + folder + " cannot be read.", e);
    }
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
