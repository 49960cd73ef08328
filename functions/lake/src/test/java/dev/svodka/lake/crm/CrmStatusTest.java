package dev.svodka.lake.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmStatusTest {
  @TempDir private Path folder;
  private ObjectStore objects;

  @BeforeEach
  void open() {
    objects = new FolderObjectStore(folder);
  }

  @Test
  void whatReconcileLeftIsRead() {
    put(
        CrmStatus.key("romashka", "amo"),
        """
        {"at":"2026-11-23T04:10:00Z","backfill":false,"events":12,"hook":"disabled","message":"",
         "outcome":"done","rejected":{"events: no id":2},"requests":7,"source":"amo"}""");
    assertThat(CrmStatus.find(objects, "romashka", "amo"))
        .contains(
            new CrmStatus(
                "amo",
                Instant.parse("2026-11-23T04:10:00Z"),
                CrmStatus.Outcome.DONE,
                CrmStatus.Hook.DISABLED,
                12,
                new TreeMap<>(Map.of("events: no id", 2L)),
                ""));
  }

  @Test
  void whatIsNotThereOrNoStatusIsNone() {
    assertThat(CrmStatus.find(objects, "romashka", "amo")).isEmpty();
    for (String wrong : new String[] {"", "[]", "{", "{\"at\":\"never\"}", "{\"at\":1}"}) {
      put(CrmStatus.key("romashka", "amo"), wrong);
      assertThat(CrmStatus.find(objects, "romashka", "amo")).as(wrong).isEmpty();
    }
  }

  @Test
  void theQuarantineOfSomeDaysIsCountedByReason() {
    webhook("2026-10-31/aa.json", "amo", "too old");
    webhook("2026-11-01/ab.json", "amo", "no id", "no time");
    webhook("2026-11-20/ac.json", "amo", "no id");
    webhook("2026-11-20/ad.json", "b24", "<script>");
    webhook("2026-11-24/ae.json", "amo", "too new");
    put("quarantine/romashka/2026-11-20/af.json", "{");
    put("quarantine/romashka/readme.txt", "nothing");
    Quarantine kept =
        Quarantine.find(objects, "romashka", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 23));
    assertThat(kept.webhooks()).isEqualTo(4);
    assertThat(kept.read()).isEqualTo(4);
    assertThat(kept.reasons())
        .containsOnly(
            Map.entry(
                new Quarantine.Reason("amo", "no id"),
                new Quarantine.Kept(2, LocalDate.of(2026, 11, 20))),
            Map.entry(
                new Quarantine.Reason("amo", "no time"),
                new Quarantine.Kept(1, LocalDate.of(2026, 11, 1))),
            Map.entry(
                new Quarantine.Reason("b24", "<script>"),
                new Quarantine.Kept(1, LocalDate.of(2026, 11, 20))));
    assertThat(
            Quarantine.find(objects, "other", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2)))
        .isEqualTo(Quarantine.EMPTY);
  }

  private void webhook(String name, String source, String... reasons) {
    StringBuilder told = new StringBuilder();
    for (String reason : reasons) {
      told.append(told.isEmpty() ? "" : ",")
          .append("{\"where\":\"leads/0\",\"reason\":\"%s\"}".formatted(reason));
    }
    put(
        "quarantine/romashka/" + name,
        "{\"source\":\"%s\",\"reasons\":[%s]}".formatted(source, told));
  }

  private void put(String key, String content) {
    objects.put(key, content.getBytes(UTF_8), "application/json");
  }
}
