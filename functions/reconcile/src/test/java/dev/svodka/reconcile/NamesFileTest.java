package dev.svodka.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.source.Named;
import dev.svodka.source.Named.What;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesFileTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void namesKeepTheirHistory() {
    FolderObjectStore objects = new FolderObjectStore(folder);
    NamesFile names = new NamesFile(objects, "romashka", "amo");
    Named stage = new Named(What.STAGE, "1/142", "Успех", 10);
    names.update(List.of(stage, new Named(What.STAGE, "1/7", "Старый", 20)), MONDAY);
    names.update(List.of(stage), MONDAY.plusSeconds(1));
    names.update(List.of(new Named(What.STAGE, "1/142", "Победа", 10)), MONDAY.plusSeconds(2));

    assertThat(new String(objects.get("accounts/romashka/names/amo.json"), UTF_8))
        .isEqualToIgnoringWhitespace(
            """
            {"stage": {
              "1/142": {"order": 10, "names": [
                {"name": "Успех", "since": "2026-11-23T10:00:00Z"},
                {"name": "Победа", "since": "2026-11-23T10:00:02Z"}]},
              "1/7": {"order": 20, "names": [{"name": "Старый", "since": "2026-11-23T10:00:00Z"}],
                "gone": "2026-11-23T10:00:01Z"}}}
            """);
  }
}
