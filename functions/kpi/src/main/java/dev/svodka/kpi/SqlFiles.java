package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The SQL that the project ships. */
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
}
