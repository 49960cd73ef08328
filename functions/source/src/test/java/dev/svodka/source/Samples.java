package dev.svodka.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shared samples of real and documented payloads, which lie beside the repository. */
public final class Samples {
  private Samples() {}

  /** The folder of samples; a test that needs it is skipped, and says so, where it is absent. */
  public static Path folder() {
    Path place = Path.of("").toAbsolutePath();
    Stream<Path> upwards = Stream.iterate(place, p -> p != null, Path::getParent);
    Path found =
        Stream.concat(upwards, Stream.of(Path.of("/work")))
            .map(parent -> parent.resolve("shared/samples"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of(""));
    assumeTrue(found.isAbsolute(), "skipped: no folder shared/samples beside the repository");
    return found;
  }

  public static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(folder().resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sample's bytes without the line end that the file adds to a body. */
  public static byte[] body(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length;
      while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
        length--;
      }
      return java.util.Arrays.copyOf(bytes, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
