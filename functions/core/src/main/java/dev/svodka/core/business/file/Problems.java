package dev.svodka.core.business.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Collects what is wrong, so that a user mends a file in one go; a hostile file fills it only up to
 * a limit. Beside it stands which other files were read.
 */
final class Problems {
  static final int LIMIT = 200;

  private final List<Problem> found = new ArrayList<>();
  private final SortedSet<String> companions = new TreeSet<>();

  /** A file beside this one was read. */
  void readBeside(String name) {
    companions.add(name);
  }

  SortedSet<String> companions() {
    return companions;
  }

  void add(Optional<Mark> mark, String path, String message, String fix) {
    if (found.size() < LIMIT) {
      found.add(
          new Problem(
              mark.map(m -> m.getLine() + 1).orElse(0),
              mark.map(m -> m.getColumn() + 1).orElse(0),
              path,
              message,
              fix));
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /** In the order of the file, each once: some parts are read for two purposes. */
  List<Problem> sorted() {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}
