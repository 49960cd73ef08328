package dev.svodka.lake.forget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerNamesTest {
  private static final CustomerFields FIELDS = new CustomerFields(Set.of("inn"), Set.of("company"));

  private static ChangeEvent deal(String item, String... fields) {
    var event =
        ChangeEvent.of(
                "romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", item), Kind.CHANGED)
            .occurredAt(Instant.EPOCH);
    for (int i = 0; i < fields.length; i += 2) {
      event.field(fields[i], fields[i + 1]);
    }
    return event.build();
  }

  @Test
  void namesAreThoseOfTheItemsThatHadNoOtherCustomer() {
    List<ChangeEvent> events =
        List.of(
            deal("1", "inn", "7701"),
            deal("1", "company", "Ветрова"),
            deal("2", "inn", "7701", "company", "Ветрова А."),
            deal("2", "inn", "8801"),
            deal("2", "company", "Lutik"),
            deal("3", "company", "Romashka"));

    assertThat(CustomerNames.of("7701", FIELDS, events::forEach))
        .containsExactlyInAnyOrder("Ветрова", "Ветрова А.");
    assertThat(CustomerNames.of("9901", FIELDS, events::forEach)).isEmpty();
  }
}
