package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.forget.NightlyErasure.Done;
import dev.svodka.lake.objects.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyErasureTest {
  private static final String FILE =
      """
      account: romashka
      name: Romashka
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        sales: {items: {type: deal}, milestones: {created: {created: true}}}
      """;
  private static final Business KEPT = business("retention: 2 months\n");
  private static final Done NOTHING = new Done(0, 0, 0);

  @TempDir private Path folder;
  private final MovingClock clock = new MovingClock("2026-11-01T03:00:00Z");
  private final BufferAllocator allocator = new RootAllocator(64 << 20);
  private FolderObjectStore lake;
  private FileEventStore events;

  @BeforeEach
  void open() {
    lake = new FolderObjectStore(folder.resolve("lake"));
    events = new FileEventStore(folder.resolve("events"), clock);
  }

  @AfterEach
  void close() throws IOException {
    events.close();
    allocator.close();
  }

  private static Business business(String more) {
    return BusinessFile.business(
        BusinessFile.parse((FILE + more).getBytes(UTF_8), Path.of("nothing-beside")),
        "business.yaml");
  }

  private Erasure erasure(ErasableEvents store) {
    return new Erasure(
        lake, Optional.empty(), Optional.of(store), allocator, clock, new SplittableRandom(1));
  }

  private Done night(Business business) {
    return new NightlyErasure(erasure(events)).run(business);
  }

  private void tell(String owner, String day) {
    Instant at = Instant.parse(day + "T10:00:00Z");
    events.put(
        List.of(
            ChangeEvent.of(
                    "romashka",
                    SourceKind.AMOCRM,
                    Via.HOOK,
                    new ItemRef("deal", owner + day),
                    Kind.CREATED)
                .owner(owner)
                .occurredAt(at)
                .receivedAt(at)
                .build()));
  }

  private Set<String> owners() {
    Set<String> owners = new TreeSet<>();
    for (LocalDate day : events.days("romashka")) {
      events.readDay(
          "romashka",
          day,
          event -> owners.add(event.owner().orElseThrow().replaceAll("-\\w+$", "-…")));
    }
    return owners;
  }

  @Test
  void whoHasAgedIsTakenOutAndAllIsReadAgainWhenTheNextOneMayHave() {
    tell("504141", "2026-08-01");
    tell("504142", "2026-09-03");
    tell("504143", "2026-10-30");
    lake.put("quarantine/romashka/2026-08-01/a.json", "x".getBytes(UTF_8), "text/plain");

    assertThat(night(KEPT)).isEqualTo(new Done(0, 1, 1));
    assertThat(owners()).containsExactly("504142", "504143", "forgotten-…");
    assertThat(night(KEPT)).as("the same day").isEqualTo(NOTHING);
    clock.advance(Duration.ofDays(5));
    assertThat(night(KEPT)).as("within a week").isEqualTo(NOTHING);
    clock.advance(Duration.ofDays(2));
    assertThat(night(KEPT)).isEqualTo(new Done(0, 1, 0));
    assertThat(owners()).containsExactly("504143", "forgotten-…");

    tell("504144", "2026-05-01");
    clock.advance(Duration.ofDays(27));
    assertThat(night(KEPT)).as("nobody's turn").isEqualTo(NOTHING);
    clock.advance(Duration.ofDays(1));
    assertThat(night(KEPT)).as("after four weeks in any case").isEqualTo(new Done(0, 1, 0));
    assertThat(owners()).containsExactly("504143", "forgotten-…");
  }

  @Test
  void whoIsForgottenAndToldAgainIsTakenOutOfTheTable() {
    Business noAge = business("");
    tell("504141", "2026-10-30");
    assertThat(night(noAge)).isEqualTo(NOTHING);
    erasure(events).person("romashka", Whom.OWNER, "504141", List.of(), CustomerFields.NONE);
    for (String day : List.of("2026-10-31", "2026-11-02", "2026-11-03")) {
      tell("504141", day);
      assertThat(owners()).contains("504141");
      clock.advance(Duration.ofDays(1));
      assertThat(night(noAge)).isEqualTo(new Done(1, 0, 0));
      assertThat(owners()).containsExactly("forgotten-…");
    }
    clock.advance(Duration.ofDays(1));
    assertThat(night(noAge)).isEqualTo(NOTHING);
  }

  @Test
  void whatFailedIsDoneByTheNextRun() {
    tell("504141", "2026-08-01");
    ErasableEvents out = new OutOfOrder(events);
    assertThatThrownBy(() -> new NightlyErasure(erasure(out)).run(KEPT))
        .isInstanceOf(SvodkaException.class);
    assertThat(owners()).containsExactly("504141");
    assertThat(night(KEPT)).isEqualTo(new Done(0, 1, 0));
    assertThat(owners()).containsExactly("forgotten-…");
  }

  /** A table that is read and cannot be written. */
  private record OutOfOrder(ErasableEvents events) implements ErasableEvents {
    @Override
    public List<Outcome> put(List<ChangeEvent> told) {
      return events.put(told);
    }

    @Override
    public long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer) {
      return events.readDay(account, day, consumer);
    }

    @Override
    public SortedSet<LocalDate> days(String account) {
      return events.days(account);
    }

    @Override
    public long rewrite(String account, LocalDate from, UnaryOperator<ChangeEvent> change) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "out");
    }

    @Override
    public long drop(String account) {
      return events.drop(account);
    }
  }
}
