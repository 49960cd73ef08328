package dev.svodka.lake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.RandomEvents;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.events.EventStore.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every event store does. */
public abstract class EventStoreContract {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  protected final MovingClock clock = new MovingClock("2026-11-23T23:59:59.900Z");

  /** An empty store. */
  protected abstract ErasableEvents store(Clock clock) throws Exception;

  @Test
  void anEventIsStoredOnceADay() throws Exception {
    EventStore store = store(clock);
    ChangeEvent event = event("romashka", "1");
    assertThat(store.put(List.of(event))).containsExactly(Outcome.STORED);
    assertThat(store.put(List.of(event))).containsExactly(Outcome.DUPLICATE);
    assertThat(day(store, "romashka", MONDAY)).hasSize(1);
  }

  @Test
  void rewritingChangesEventsWhereTheyLie() throws Exception {
    ErasableEvents store = store(clock);
    List<ChangeEvent> before = RandomEvents.list(7, 60);
    store.put(before);
    store.put(List.of(event("lutik", "1")));
    ChangeEvent changed = before.get(9).receivedAt(Instant.EPOCH);

    assertThat(
            store.rewrite(
                "romashka", event -> event.eventId().equals(changed.eventId()) ? changed : event))
        .isEqualTo(1);
    assertThat(store.rewrite("romashka", event -> event)).isZero();

    assertThat(day(store, "romashka", MONDAY)).hasSize(60).contains(changed);
    assertThat(store.put(before)).containsOnly(Outcome.DUPLICATE);
    assertThat(day(store, "lutik", MONDAY)).hasSize(1);
  }

  @Test
  void whatIsDroppedIsGone() throws Exception {
    ErasableEvents store = store(clock);
    store.put(RandomEvents.list(8, 60));
    clock.advance(Duration.ofDays(1));
    store.put(List.of(event("romashka", "x"), event("lutik", "1")));

    assertThat(store.drop("romashka")).isEqualTo(61);
    assertThat(store.days("romashka")).isEmpty();
    assertThat(day(store, "romashka", MONDAY)).isEmpty();
    assertThat(store.days("lutik")).hasSize(1);
    assertThat(store.put(List.of(event("romashka", "x")))).containsExactly(Outcome.STORED);
  }

  @Test
  void theOneToldFirstStays() throws Exception {
    EventStore store = store(clock);
    store.put(List.of(event("romashka", "1")));
    clock.advance(Duration.ofMillis(50));
    store.put(List.of(event("romashka", "1")));
    assertThat(day(store, "romashka", MONDAY))
        .extracting(event -> event.receivedAt())
        .containsExactly(Instant.parse("2026-11-23T23:59:59.900Z"));
  }

  @Test
  void toldAgainOnAnotherDayItIsStoredThereToo() throws Exception {
    EventStore store = store(clock);
    ChangeEvent event = event("romashka", "1");
    store.put(List.of(event));
    clock.advance(Duration.ofMillis(200));
    assertThat(store.put(List.of(event))).containsExactly(Outcome.STORED);
    assertThat(store.days("romashka")).containsExactly(MONDAY, MONDAY.plusDays(1));
    assertThat(day(store, "romashka", MONDAY)).hasSize(1);
    assertThat(day(store, "romashka", MONDAY.plusDays(1)))
        .containsExactly(event.receivedAt(Instant.parse("2026-11-24T00:00:00.100Z")));
  }

  @Test
  void aRepeatWithinOneCallIsADuplicate() throws Exception {
    ChangeEvent event = event("romashka", "1");
    assertThat(store(clock).put(List.of(event, event)))
        .containsExactlyInAnyOrder(Outcome.STORED, Outcome.DUPLICATE);
  }

  @Test
  void everythingThatAnEventTellsComesBack() throws Exception {
    EventStore store = store(clock);
    List<ChangeEvent> events = RandomEvents.list(42, 200);
    assertThat(store.put(events)).hasSize(200).containsOnly(Outcome.STORED);
    Set<ChangeEvent> expected = new HashSet<>();
    events.forEach(event -> expected.add(event.receivedAt(clock.instant())));
    assertThat(new HashSet<>(day(store, "romashka", MONDAY))).isEqualTo(expected);
  }

  @Test
  void fieldsTooLargeForATableComeBackWhole() throws Exception {
    EventStore store = store(clock);
    ChangeEvent large =
        ChangeEvent.of(
                "romashka", SourceKind.HTTP, Via.HOOK, new ItemRef("deal", "1"), Kind.CHANGED)
            .occurredAt(Instant.EPOCH)
            .field("text", "Ы".repeat(10_000))
            .field("budget", "5")
            .build();
    store.put(List.of(large));
    assertThat(day(store, "romashka", MONDAY)).containsExactly(large.receivedAt(clock.instant()));
  }

  @Test
  void accountsAreKeptApart() throws Exception {
    EventStore store = store(clock);
    store.put(List.of(event("romashka", "1"), event("romashka-2", "1")));
    assertThat(day(store, "romashka", MONDAY)).hasSize(1);
    assertThat(day(store, "romashka-2", MONDAY)).hasSize(1);
    assertThat(store.days("lutik")).isEmpty();
    assertThat(day(store, "lutik", MONDAY)).isEmpty();
  }

  @Test
  void anAccountThatWouldLeadElsewhereIsRefused() throws Exception {
    EventStore store = store(clock);
    assertThatThrownBy(() -> store.put(List.of(event("../other", "1"))))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_INVALID));
  }

  protected static ChangeEvent event(String account, String item) {
    return ChangeEvent.of(
            account, SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", item), Kind.MOVED)
        .occurredAt(Instant.parse("2026-11-23T10:00:00Z"))
        .stage("142")
        .build();
  }

  protected static List<ChangeEvent> day(EventStore store, String account, LocalDate day) {
    List<ChangeEvent> events = new ArrayList<>();
    assertThat(store.readDay(account, day, events::add)).isEqualTo(events.size());
    return events;
  }
}
