package dev.svodka.report;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.Invitations;
import dev.svodka.report.deliver.Telegram;
import dev.svodka.report.wiring.ReportWiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;

/** A lake with sixteen weeks of a small company's deals, as the export leaves it. */
final class SampleLake {
  private static final Instant FIRST = Instant.parse("2026-08-03T07:00:00Z");
  private static final int WEEKS = 16;

  private SampleLake() {}

  static void fill(ObjectStore lake, String business) throws IOException {
    lake.put(
        "accounts/romashka/business.yaml",
        business.getBytes(StandardCharsets.UTF_8),
        "application/yaml");
    try (RootAllocator allocator = new RootAllocator(64L << 20);
        LakeWriter writer =
            new LakeWriter(
                lake, allocator, "romashka", LocalDate.of(2026, 11, 23), LakeKeys.PART)) {
      for (int deal = 0; deal < WEEKS * 10; deal++) {
        for (ChangeEvent event : life(deal)) {
          writer.append(event);
        }
      }
      writer.finish();
    }
  }

  /** A deployment that delivers nothing. */
  static ReportWiring wiring(ObjectStore lake, ObjectStore reports, String version, Path folder) {
    Deliverer.Ways none =
        new Deliverer.Ways(
            Optional.empty(),
            new Telegram(Telegram.SERVER),
            reference -> Optional.empty(),
            Invitations.NONE);
    return new ReportWiring(lake, reports, version, folder, new Deliverer(reports, none));
  }

  /** Ten deals a week, created on Monday; four are won on Thursday, six lost on Friday. */
  private static List<ChangeEvent> life(int deal) {
    Instant created = FIRST.plus(Duration.ofDays(7L * (deal / 10))).plusSeconds(deal % 10);
    boolean won = deal % 10 < 4;
    return List.of(
        event(deal, Kind.CREATED, "32392153", created),
        event(deal, Kind.MOVED, "32392156", created.plus(Duration.ofHours(5))),
        event(deal, Kind.MOVED, won ? "142" : "143", created.plus(Duration.ofDays(won ? 3 : 4))));
  }

  private static ChangeEvent event(int deal, Kind kind, String stage, Instant at) {
    return ChangeEvent.of(
            "romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", "" + deal), kind)
        .pipeline("3177727")
        .stage(stage)
        .owner("50414" + (1 + deal % 3))
        .occurredAt(at)
        .receivedAt(at)
        .seq(deal)
        .build();
  }
}
