package dev.svodka.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of samples and what each gives: {@code # name}, then a line for each thing told. */
public final class Stated {
  private Stated() {}

  /** The table beside the test. */
  public static Map<String, List<String>> in(Class<?> test, String resource) {
    Map<String, List<String>> stated = new LinkedHashMap<>();
    String sample = "";
    for (String line : text(test, resource).lines().toList()) {
      if (line.startsWith("# ")) {
        sample = line.substring(2);
        stated.put(sample, new ArrayList<>());
      } else if (!line.isBlank()) {
        requireNonNull(stated.get(sample)).add(line);
      }
    }
    return stated;
  }

  private static String text(Class<?> test, String resource) {
    try (InputStream table = test.getResourceAsStream(resource)) {
      return new String(requireNonNull(table).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
