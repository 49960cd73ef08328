package dev.svodka.kpi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldFieldsTest {
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
          fields: {due: "1107169"}
      """;

  private static final int FIELD = 1;

  @Test
  void whatAnEventTellsInAColumnItDoesNotTellAgainInACustomField() {
    ChangeEvent event =
        ChangeEvent.of(
                "test", SourceKind.AMOCRM, Via.HOOK, new ItemRef("invoice", "i1"), Kind.CREATED)
            .occurredAt(Instant.parse("2026-03-02T09:00:00Z"))
            .dueAt(Instant.parse("2026-03-20T09:00:00Z"))
            .field("1107169", "2026-03-25")
            .build();
    EngineTables told =
        EngineTables.of(
            new Company(BUSINESS).business(),
            List.of(event),
            Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(requireNonNull(told.tables().get("field_told")).rows())
        .extracting(row -> row.get(FIELD))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }
}
