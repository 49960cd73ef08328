package dev.svodka.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.NightlyErasure;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.telemetry.EmfMetrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionHandlerTest {
  private static final String BUSINESS =
      """
      account: romashka
      name: Romashka
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      retention: 2 years
      processes:
        sales: {items: {type: deal}, milestones: {created: {created: true}}}
      """;
  private static final Instant LONG_AGO = Instant.parse("2024-11-20T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void itGoesByTheBusinessFileAndTellsWhatItDid() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);
    FolderObjectStore lake = new FolderObjectStore(folder.resolve("lake"));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (BufferAllocator allocator = new RootAllocator();
        FileEventStore events = new FileEventStore(folder.resolve("events"), clock)) {
      RetentionHandler handler =
          new RetentionHandler(
              new NightlyErasure(
                  new Erasure(
                      lake,
                      Optional.empty(),
                      Optional.of(events),
                      allocator,
                      clock,
                      new SplittableRandom(1))),
              new EmfMetrics("Svodka/test", new PrintStream(told, true, UTF_8), clock));
      events.put(
          List.of(
              ChangeEvent.of(
                      "romashka",
                      SourceKind.AMOCRM,
                      Via.HOOK,
                      new ItemRef("deal", "1"),
                      Kind.CREATED)
                  .owner("504141")
                  .occurredAt(LONG_AGO)
                  .receivedAt(LONG_AGO)
                  .build()));
      assertThatThrownBy(() -> handler.handleRequest(Map.of("account", "romashka"), null))
          .isInstanceOfSatisfying(
              SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
      assertThatThrownBy(() -> handler.handleRequest(Map.of("account", "../x"), null))
          .isInstanceOfSatisfying(
              SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_INVALID));

      lake.put("accounts/romashka/business.yaml", BUSINESS.getBytes(UTF_8), "application/yaml");
      assertThat(handler.handleRequest(Map.of("account", "romashka"), null))
          .isEqualTo(Map.of("aged", 1, "swept", 0L, "quarantined", 0L));
      assertThat(told.toString(UTF_8).lines())
          .satisfiesExactly(
              first -> assertThat(first).contains("\"Errors\":1.0"),
              second -> assertThat(second).contains("\"Errors\":1.0"),
              third -> assertThat(third).contains("\"Aged\":1.0,\"Swept\":0.0"));
    }
  }
}
