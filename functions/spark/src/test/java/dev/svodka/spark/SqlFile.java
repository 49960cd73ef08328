package dev.svodka.spark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of {@code functions/kpi}.
 *
 * @param relation the table or view that it makes
 * @param select the statement as it stands, without {@code create … as}
 */
record SqlFile(String name, Optional<String> relation, String select) {
  private static final Pattern CREATE =
      Pattern.compile("(?m)^create (?:table|view) (\\w+) as\\s+(?s:(.*))");

  /** The files of a folder that the index lists, in its order. */
  static List<SqlFile> below(String folder) {
    return resource("/sql-index.txt")
        .lines()
        .filter(name -> name.startsWith(folder + "/"))
        .map(name -> of(name, resource("/" + name)))
        .toList();
  }

  private static SqlFile of(String name, String text) {
    Matcher create = CREATE.matcher(text);
    return create.find()
        ? new SqlFile(name, Optional.of(create.group(1)), create.group(2))
        : new SqlFile(name, Optional.empty(), text);
  }

  private static String resource(String name) {
    try (InputStream in = requireNonNull(SqlFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
