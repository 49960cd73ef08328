package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import dev.svodka.lake.objects.FolderObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenTest {
  private static final String AT = "2026-11-25T10:00:00Z";
  private static final String NAME = "ИП Ветрова \"А\"";

  @TempDir private Path folder;
  private FolderObjectStore lake;

  @BeforeEach
  void open() {
    lake = new FolderObjectStore(folder);
  }

  private static ChangeEvent deal() {
    return ChangeEvent.of(
            "romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", "504141"), Kind.CHANGED)
        .parent(new ItemRef("contact", "770123456789"))
        .owner("504141")
        .actor("504141")
        .customer("770123456789", NAME)
        .field("company", NAME)
        .field("inn", "770123456789")
        .field("manager", "504141")
        .field("rooms", "3")
        .occurredAt(Instant.parse("2026-11-20T10:00:00Z"))
        .build();
  }

  private Forgotten forget(Whom whom, String... told) {
    Forgotten.of(lake, "romashka")
        .with(whom, List.of(told), AT, new SplittableRandom(1))
        .put(lake, "romashka");
    return Forgotten.of(lake, "romashka");
  }

  @Test
  void anOwnerIsTakenFromOwnerActorAndFields() {
    Forgotten forgotten = forget(Whom.OWNER, "504141");
    String pseudonym = forgotten.pseudonym(Whom.OWNER, "504141").orElseThrow();
    ChangeEvent after = forgotten.apply(deal());

    assertThat(pseudonym).matches("forgotten-[0-9a-f]{12}");
    assertThat(after.owner()).contains(pseudonym);
    assertThat(after.actor()).contains(pseudonym);
    assertThat(after.fields()).containsEntry("manager", pseudonym).containsEntry("rooms", "3");
    assertThat(after.item().id()).isEqualTo("504141");
    assertThat(after.customerName()).contains(NAME);
    assertThat(after.eventId()).isEqualTo(deal().eventId());
  }

  @Test
  void aCustomerIsTakenByIdAndByName() {
    Forgotten forgotten = forget(Whom.CUSTOMER, "770123456789", NAME);
    ChangeEvent after = forgotten.apply(deal());
    String pseudonym = forgotten.pseudonym(Whom.CUSTOMER, NAME).orElseThrow();

    assertThat(after.toString()).doesNotContain("770123456789", "Ветрова");
    assertThat(after.customerId()).contains(pseudonym);
    assertThat(after.parent()).contains(new ItemRef("contact", pseudonym));
    assertThat(after.owner()).contains("504141");
    assertThat(after.eventId()).isEqualTo(deal().eventId());
  }

  @Test
  void aShortNumberAmongTheFieldsIsNoPerson() {
    assertThat(forget(Whom.OWNER, "3").apply(deal()).fields()).containsEntry("rooms", "3");
  }

  @Test
  void theFileTellsNobodyAndOneMoreKeepsTheOthers() {
    Forgotten first = forget(Whom.OWNER, "504141");
    Forgotten both = forget(Whom.CUSTOMER, "770123456789", NAME);

    assertThat(new String(lake.get("lake/romashka/forgotten.json"), UTF_8))
        .contains(AT)
        .doesNotContain("504141", "770123456789", "Ветрова");
    assertThat(both.pseudonym(Whom.OWNER, "504141"))
        .isEqualTo(first.pseudonym(Whom.OWNER, "504141"));
    assertThat(forget(Whom.OWNER, "504141").pseudonym(Whom.CUSTOMER, NAME)).isPresent();
    assertThat(Forgotten.of(lake, "lutik").apply(deal())).isEqualTo(deal());
  }

  @Test
  void whoeverIsNotForgottenIsToldAsEver() {
    Forgotten forgotten = forget(Whom.OWNER, "Won");
    for (ChangeEvent event : RandomEvents.list(11, 500)) {
      ChangeEvent after = forgotten.apply(event);

      assertThat(forgotten.apply(after)).isEqualTo(after);
      assertThat(after.eventId()).isEqualTo(event.eventId());
      if (!event.toString().contains("Won")) {
        assertThat(after).isEqualTo(event);
      }
      assertThat(after.owner()).isNotEqualTo(Optional.of("Won"));
      assertThat(after.stage()).isEqualTo(event.stage());
    }
  }

  @Test
  void aDamagedFileLetsNobodyBackIn() {
    lake.put("lake/romashka/forgotten.json", "{".getBytes(UTF_8), "application/json");

    assertThatThrownBy(() -> Forgotten.of(lake, "romashka"))
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
  }
}
