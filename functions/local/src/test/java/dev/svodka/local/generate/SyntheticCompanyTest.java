package dev.svodka.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticCompanyTest {
  @Test
  void theSameSeedTellsTheSameLifeAndAnotherSeedAnother() {
    assertThat(tell(400, 7)).isEqualTo(tell(400, 7)).isNotEqualTo(tell(400, 8));
  }

  @Test
  void asManyItemsAreBegunAsWereAskedFor() {
    for (int items : new int[] {1, 50, 3_000}) {
      Set<ItemRef> begun = new HashSet<>();
      tell(items, 1).forEach(event -> begun.add(event.item()));
      assertThat(begun.size()).as("%d items asked for", items).isBetween(items, items + 10);
    }
  }

  @Test
  void lifeIsMessy() {
    List<ChangeEvent> events = tell(5_000, 3);
    assertThat(events.stream().map(event -> event.item().type()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "deal", "task", "invoice", "document", "contract", "approval", "request", "payroll");
    assertThat(events.stream().map(ChangeEvent::kind).collect(Collectors.toSet()))
        .contains(
            Kind.CREATED,
            Kind.MOVED,
            Kind.ASSIGNED,
            Kind.PAID,
            Kind.CONTACTED,
            Kind.DELETED,
            Kind.RESTORED);
    assertThat(events).anyMatch(event -> event.receivedAt().isAfter(event.occurredAt()));
    assertThat(
            events.stream().flatMap(event -> event.currency().stream()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("RUB", "USD");
    assertThat(events).allMatch(event -> event.occurredAt().isBefore(SyntheticCompany.end()));
  }

  private static List<ChangeEvent> tell(long items, long seed) {
    List<ChangeEvent> events = new ArrayList<>();
    new SyntheticCompany("romashka", items, seed).tell(events::add);
    return events;
  }
}
