package dev.svodka.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.export.Export;
import dev.svodka.ingest.Answer;
import dev.svodka.ingest.Company;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.Quarantine;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.demo.RecordedHooks.Hook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks come twice and in any order; the figures do not show it. */
class RepeatedHooksTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final Instant AS_OF = Instant.parse("2026-09-20T21:00:00Z");

  @TempDir private static Path folder;
  private static String known;

  @BeforeAll
  static void tellOnce() throws IOException {
    known = kpis(firstWeeks(), "once");
    assertThat(known).contains("\"kpi\":\"win_rate\"").contains("\"kpi\":\"created\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twiceAndInAnyOrderGivesTheSameBytes(long seed) throws IOException {
    List<Hook> once = firstWeeks();
    List<Hook> shuffled = new ArrayList<>(once);
    shuffled.addAll(once);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(kpis(shuffled, "shuffled-" + seed)).as("seed %d", seed).isEqualTo(known);
  }

  private static List<Hook> firstWeeks() throws IOException {
    return RecordedHooks.in(EVENTS.resolve("webhooks")).stream()
        .filter(hook -> hook.received().isBefore(AS_OF))
        .toList();
  }

  private static String kpis(List<Hook> hooks, String name) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Business business = BusinessFile.load(EVENTS.resolve("business.yaml"));
    FolderObjectStore lake = new FolderObjectStore(place.resolve("lake"));
    ReplayClock clock = new ReplayClock();
    try (FileEventStore events = new FileEventStore(place.resolve("events"), clock);
        BufferAllocator allocator = new RootAllocator()) {
      Ingest ingest =
          new Ingest(
              account -> Optional.of(new Company(business)),
              reference -> Optional.of("secret"),
              events,
              parked -> {
                throw new AssertionError("the store was out");
              },
              new Quarantine(lake),
              clock);
      for (Hook hook : hooks) {
        clock.set(hook.received());
        assertThat(
                ingest.accept(
                    new dev.svodka.ingest.Hook("romashka", "amo", "secret"),
                    hook.body().getBytes(StandardCharsets.UTF_8)))
            .isEqualTo(Answer.ACCEPTED);
      }
      clock.set(AS_OF.plus(Duration.ofDays(2)));
      new Export(events, lake, allocator, clock).pending("romashka");
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (KpiRun run =
        new KpiEngine()
            .run(
                business,
                new LakeFeed(lake, "romashka")::forEach,
                KpiOptions.of(Files.createDirectory(place.resolve("spill"))).asOf(AS_OF))) {
      assertThat(run.brokenInvariants()).isEmpty();
      run.writeJson(json, "test");
    }
    return json.toString(StandardCharsets.UTF_8);
  }
}
