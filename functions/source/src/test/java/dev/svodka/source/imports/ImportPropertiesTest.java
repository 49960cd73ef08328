package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.svodka.core.business.Business;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Result;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPropertiesTest {
  private static final String ALPHABET = "ab,;|\t\"\n\r '=яё\u00A0é👩{}\\";

  @TempDir Path folder;

  @Test
  void whateverTextATableHoldsComesBackStripped() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      char delimiter = ",;\t|".charAt(random.nextInt(4));
      List<String> ids = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      StringWriter text = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
        csv.writeRecord("id", "date", "note");
        for (int row = random.nextInt(50); row >= 0; row--) {
          ids.add("i" + random.nextInt(10));
          notes.add(text(random));
          csv.writeRecord(ids.getLast(), "2020-01-01", notes.getLast());
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      Business business =
          Imports.business(
              Imports.csv("*.csv").fields("note").event(Kind.CONTACTED, "{date}", "").build());
      Path file = Imports.file(folder, "t.csv", text.toString().getBytes(StandardCharsets.UTF_8));

      Result result = Imports.read(business, file);

      assertThat(result.events()).as("seed %d", seed).extracting(e -> e.item().id()).isEqualTo(ids);
      assertThat(result.events())
          .as("seed %d", seed)
          .extracting(e -> e.fields().get("note"))
          .isEqualTo(notes.stream().map(ImportPropertiesTest::stripped).toList());
      assertThat(result.events())
          .as("seed %d", seed)
          .extracting(ChangeEvent::eventId)
          .doesNotHaveDuplicates();
      assertThat(Imports.read(business, file).events())
          .as("seed %d", seed)
          .isEqualTo(result.events());
      assertThat(Imports.read(business, file, file).events())
          .as("seed %d", seed)
          .isEqualTo(result.events());
    }
  }

  @Test
  void hostileBytesGiveACountThatClosesOrAnErrorOfTheClients() {
    Business business =
        Imports.business(
            Imports.csv("*.csv").event(Kind.CREATED, "{date}", "").build(),
            Imports.xes("*.xes").item("case", "{case:concept:name}").build());
    String xes =
        "<log><trace><string key='concept:name' value='1'/><event><string key='concept:name'"
            + " value='a'/><date key='time:timestamp' value='2020-01-01'/></event></trace></log>";
    String csv = "id,date\n1,2020-01-01\n2,\"2020-01-01\"\n";
    for (long seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      boolean table = random.nextBoolean();
      byte[] bytes = (table ? csv : xes).getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = Imports.file(folder, table ? "t.csv" : "t.xes", bytes);
      try {
        Result result = Imports.read(business, file);
        assertThat(result.rejects()).as("seed %d", seed).hasSize((int) result.counts().rejected());
      } catch (dev.svodka.core.error.SvodkaException e) {
        assertThat(e.category())
            .as("seed %d", seed)
            .isEqualTo(dev.svodka.core.error.ErrorCategory.CLIENT_DATA);
      }
    }
  }

  @Test
  void occurrencesAreCountedAsAMapWould() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Occurrences occurrences = new Occurrences();
      Map<Long, Integer> earlier = new HashMap<>();
      for (int file = 0; file < 3; file++) {
        Map<Long, Integer> current = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
          long content = random.nextInt(4) == 0 ? 0 : new Random(random.nextInt(700)).nextLong();
          int expected = current.merge(content, 1, Integer::sum) - 1;

          assertThat(occurrences.next(content)).as("seed %d", seed).isEqualTo(expected);
          assertThat(occurrences.given(content, expected))
              .as("seed %d", seed)
              .isEqualTo(earlier.getOrDefault(content, 0) > expected);
        }
        current.forEach((content, count) -> earlier.merge(content, count, Math::max));
        occurrences.nextFile();
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int at =
          ALPHABET.offsetByCodePoints(
              0, random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length())));
      text.appendCodePoint(ALPHABET.codePointAt(at));
    }
    return text.toString();
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " \t\n\r\u00A0".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " \t\n\r\u00A0".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
