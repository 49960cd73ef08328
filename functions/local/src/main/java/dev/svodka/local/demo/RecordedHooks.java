package dev.svodka.local.demo;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deliveries kept in {@code .forms} files: a line is the time received, a tab, the body. */
final class RecordedHooks {
  private RecordedHooks() {}

  /** One POST of the CRM. */
  record Hook(Instant received, String body) {
    private static final Pattern ID = Pattern.compile("%5Bid%5D=(\\d+)");

    /** Which of so many shares it belongs to; all about one thing is in one. */
    int share(int shares) {
      Matcher id = ID.matcher(body);
      return Math.floorMod((id.find() ? id.group(1) : body).hashCode(), shares);
    }
  }

  /** All deliveries of a folder in the order in which they came in. */
  static List<Hook> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.list(folder)) {
      files = paths.filter(file -> file.toString().endsWith(".forms")).sorted().toList();
    }
    List<Hook> hooks = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        hooks.add(hook(lines.get(i), file, i + 1));
      }
    }
    return hooks;
  }

  private static Hook hook(String line, Path file, int number) {
    int tab = line.indexOf('\t');
    try {
      return new Hook(Instant.parse(line.substring(0, Math.max(tab, 0))), line.substring(tab + 1));
    } catch (DateTimeParseException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          "%s, line %d: a line is the time received, a tab, the body".formatted(file, number),
          e);
    }
  }
}
