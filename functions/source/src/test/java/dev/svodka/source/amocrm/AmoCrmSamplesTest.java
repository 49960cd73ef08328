package dev.svodka.source.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.svodka.core.event.SourceKind;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.Samples;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each shared sample gives stands in {@code samples.txt}, checked by hand. */
class AmoCrmSamplesTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final PayloadParser PARSER =
      new AmoCrmParser(TestBusiness.romashka(), TestBusiness.source(SourceKind.AMOCRM));

  @TestFactory
  Stream<DynamicTest> givesWhatIsStated() {
    Path folder = Samples.folder();
    return stated().entrySet().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.getKey(),
                    () ->
                        assertThat(
                                Told.by(
                                    PARSER.parse(
                                        Samples.body(folder.resolve(sample.getKey())), RECEIVED)))
                            .containsExactlyElementsOf(sample.getValue())));
  }

  @Test
  void everySampleIsStated() {
    List<String> present =
        Stream.of("amocrm-webhooks", "derived", "amocrm-webhooks-docs")
            .flatMap(
                folder ->
                    Samples.in(folder).stream().map(file -> folder + "/" + file.getFileName()))
            .toList();
    assertThat(stated().keySet()).containsExactlyInAnyOrderElementsOf(present);
  }

  private static Map<String, List<String>> stated() {
    Map<String, List<String>> stated = new LinkedHashMap<>();
    String sample = "";
    for (String line : table().lines().toList()) {
      if (line.startsWith("# ")) {
        sample = line.substring(2);
      } else if (!line.isBlank()) {
        stated.computeIfAbsent(sample, name -> new ArrayList<>()).add(line);
      }
    }
    return stated;
  }

  private static String table() {
    try (InputStream table = AmoCrmSamplesTest.class.getResourceAsStream("samples.txt")) {
      return new String(requireNonNull(table).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
