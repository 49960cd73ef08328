package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The SQL that the project ships, and what a company's own folder adds. */
final class SqlFiles {
  private SqlFiles() {}

  /** The files of a folder that the index lists, in its order. */
  static List<SqlFile> below(String folder) {
    return read("sql-index.txt")
        .lines()
        .filter(name -> name.startsWith(folder + "/"))
        .map(name -> new SqlFile(name, read(name)))
        .toList();
  }

  /**
   * The KPIs in a company's {@code kpi/} folder beside its business file; none where there is none.
   */
  static List<SqlFile> ownKpis(Path businessFolder) {
    Path folder = businessFolder.resolve("kpi");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(file -> new SqlFile(folder.relativize(file).toString(), readOwn(file)))
          .toList();
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, "The KPI folder " + folder + " cannot be read.", e);
    }
  }

  static String read(String name) {
    try (InputStream in = SqlFiles.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new SvodkaException(ErrorCode.INTERNAL, "The program lacks its file " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INTERNAL, "The program's file " + name + " is broken.", e);
    }
  }

  private static String readOwn(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, file + " cannot be read as UTF-8.", e);
    }
  }
}
