package dev.svodka.lake.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmNamesTest {
  private static final Instant AS_OF = Instant.parse("2026-11-23T21:00:00Z");

  @TempDir private Path folder;
  private ObjectStore objects;

  @BeforeEach
  void open() {
    objects = new FolderObjectStore(folder);
  }

  @Test
  void theNameInForceAtAsOfIsRead() {
    put(
        "amo",
        """
        {"owner": {"7": {"order": 0, "names": [{"name": "Анна", "since": "2026-11-24T00:00:00Z"}]}},
         "pipeline": {"31": {"names": [{"name": " ", "since": "2026-01-01T00:00:00Z"}]}},
         "stage": {"31/142": {"order": 10, "names": [
             {"name": "Оплачен", "since": "2026-01-01T00:00:00Z"},
             {"name": "Успех", "since": "2026-11-01T00:00:00Z"},
             {"name": "Победа", "since": "2026-12-01T00:00:00Z"}]},
           "32/142": {"names": [{"name": "Другой", "since": "2026-01-01T00:00:00Z"}]},
           "C1:NEW": {"names": [{"name": "Новый", "since": "2026-01-01T00:00:00Z"}]}}}""");
    CrmNames names = names("amo");
    assertThat(names.stage(List.of("31"), "142")).contains("Успех");
    assertThat(names.stage(List.of(), "142")).isEmpty();
    assertThat(names.stage(List.of("31"), "C1:NEW")).contains("Новый");
    assertThat(names.owner("7")).as("named only later").contains("Анна");
    assertThat(names.pipeline("31")).as("a blank one is none").isEmpty();
    assertThat(names.owner("8")).isEmpty();
  }

  @Test
  void ofTwoSourcesTheFirstIsTakenAndWhatCannotBeReadIsNone() {
    put(
        "one",
        "{\"owner\":{\"7\":{\"names\":[{\"name\":\"A\",\"since\":\"2026-01-01T00:00:00Z\"}]}}}");
    put(
        "two",
        """
        {"owner":{"7":{"names":[{"name":"B","since":"2026-01-01T00:00:00Z"}]},
         "8":{"names":[{"name":"C","since":"2026-01-01T00:00:00Z"}]}}}""");
    put("three", "{");
    CrmNames names = names("none", "three", "one", "two");
    assertThat(names.owner("7")).contains("A");
    assertThat(names.owner("8")).contains("C");
    for (String wrong : List.of("[]", "null", "{\"owner\":[]}", "{\"owner\":{\"7\":7}}")) {
      put("three", wrong);
      assertThat(names("three")).as(wrong).isEqualTo(CrmNames.NONE);
    }
  }

  private CrmNames names(String... sources) {
    return CrmNames.find(objects, "romashka", List.of(sources), AS_OF);
  }

  private void put(String source, String content) {
    objects.put(CrmNames.key("romashka", source), content.getBytes(UTF_8), "application/json");
  }
}
