package dev.svodka.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Remake the files with {@code -Dsamples.write=true}. */
class SampleWebhooksTest {
  private static final Path FOLDER = Path.of("../../events/webhooks");

  @Test
  void theCommittedWebhooksAreWhatTheGeneratorMakes() throws IOException {
    SortedMap<String, String> made = SampleWebhooks.files();
    if (Boolean.getBoolean("samples.write")) {
      write(made);
    }
    assertThat(committed()).isEqualTo(made);
  }

  private static SortedMap<String, String> committed() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(FOLDER)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".forms")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static void write(SortedMap<String, String> made) throws IOException {
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, String> file : made.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }
}
