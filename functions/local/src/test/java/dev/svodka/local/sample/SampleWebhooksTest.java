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
  private static final Path EVENTS = Path.of("../../events");

  @Test
  void theCommittedWebhooksAreWhatTheGeneratorMakes() throws IOException {
    assertCommitted("webhooks", ".forms", SampleWebhooks.files());
  }

  @Test
  void thereIsOneExampleOfEachKindOfDelivery() throws IOException {
    assertCommitted("examples", ".form", SampleExamples.firstOfEach(SampleWebhooks.all()));
  }

  @Test
  void thereIsAnEventForEachFunction() throws IOException {
    assertCommitted(
        "lambda",
        ".json",
        SampleExamples.lambdaEvents(SampleExamples.firstOfEach(SampleWebhooks.all())));
  }

  private static void assertCommitted(String folder, String suffix, SortedMap<String, String> made)
      throws IOException {
    Path place = EVENTS.resolve(folder);
    if (Boolean.getBoolean("samples.write")) {
      Files.createDirectories(place);
      for (Map.Entry<String, String> file : made.entrySet()) {
        Files.writeString(place.resolve(file.getKey()), file.getValue());
      }
    }
    SortedMap<String, String> committed = new TreeMap<>();
    try (Stream<Path> paths = Files.list(place)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(suffix)).toList()) {
        committed.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    assertThat(committed).isEqualTo(made);
  }
}
