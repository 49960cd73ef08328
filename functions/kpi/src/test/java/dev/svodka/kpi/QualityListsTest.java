package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.FlawedItem.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityListsTest {
  private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}, asked: {stage: [A]}, won: {stage: [W]}}
          success: [won]
          intervals: {answer: {from: asked, to: won}}
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
          customer: {id: {field: inn}, name: {field: company}}
      imports:
        - files: "kl_to_1c*.txt"
      """;

  @Test
  void aStageThatNobodyKnowsIsListedWithItsEvents() {
    QualityLists lists =
        lists(
            """
            2026-03-02T10:00 created 1 stage=A pipeline=7
            2026-03-02T11:00 moved 1 stage=<x> pipeline=7
            2026-03-03T11:00 moved 2 stage=<x> pipeline=7
            2026-03-04T11:00 moved 2 stage=<x> pipeline=7 owner=ann
            2026-03-05T11:00 moved 2 stage=Y
            """);
    assertThat(lists.unknownStages())
        .containsExactly(
            new UnknownStage(
                "sales",
                SourceKind.AMOCRM,
                Optional.of("7"),
                "<x>",
                3,
                2,
                Instant.parse("2026-03-04T08:00:00Z")),
            new UnknownStage(
                "sales",
                SourceKind.AMOCRM,
                Optional.of("7"),
                "Y",
                1,
                1,
                Instant.parse("2026-03-05T08:00:00Z")));
  }

  @Test
  void whatCannotBeRightIsListedWithItsOwner() {
    QualityLists lists =
        lists(
            """
            2026-03-02T10:00 created 1 owner=ann
            2026-03-02T11:00 moved 1 stage=W
            2026-03-03T11:00 moved 1 stage=A owner=bob
            2026-03-02T10:00 created i1 type=invoice amount=100
            """);
    assertThat(lists.flawed())
        .containsExactly(
            new FlawedItem(
                Flaw.BACKWARDS,
                "sales",
                new KpiItem(SourceKind.AMOCRM, "deal", "1"),
                Optional.of("answer"),
                Optional.of(Duration.ofHours(24)),
                Optional.of("bob")),
            new FlawedItem(
                Flaw.UNDATED,
                "invoices",
                new KpiItem(SourceKind.AMOCRM, "invoice", "i1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aPaymentWithoutAnInvoiceIsListedWithItsPayer() {
    QualityLists lists =
        lists(
            """
            2026-03-02T10:00 created i1 type=invoice amount=100 inn=7701
            2026-03-03T10:00 paid p1 type=payment amount=30 customer=7702 source=onec via=file
            2026-03-03T10:00 paid p2 type=payment amount=50 source=onec via=file
            """);
    assertThat(lists.unmatched())
        .extracting(p -> p.item().id() + " " + p.amount() + " " + p.currency() + " " + p.customer())
        .containsExactly("p2 50.00 RUB Optional.empty", "p1 30.00 RUB Optional[7702]");
  }

  @Test
  void aSourceIsLateWhenItWasNeverSilentForSoLong() {
    StringBuilder hourly = new StringBuilder();
    for (int hour = 0; hour < 48; hour++) {
      hourly.append("2026-03-%02dT%02d:00 created %d%n".formatted(29 + hour / 24, hour % 24, hour));
    }
    HeardSource heard = lists(hourly.toString()).heard().getFirst();
    assertThat(heard.last()).isEqualTo(Instant.parse("2026-03-30T20:00:00Z"));
    assertThat(heard.longestSilence()).contains(Duration.ofHours(1));
    assertThat(heard.silence(AS_OF)).isEqualTo(Duration.ofHours(28));
    assertThat(heard.late(AS_OF)).isTrue();
    assertThat(heard.late(heard.last().plus(Duration.ofHours(1)))).isFalse();
    assertThat(lists("2026-03-02T10:00 created 1\n").heard().getFirst().late(AS_OF))
        .as("nothing shows its rhythm")
        .isFalse();
  }

  @Test
  void whatReconcileAloneBroughtIsLost() {
    List<HeardSource> heard =
        lists(
                """
                2026-03-20T10:00 created 1
                2026-03-21T10:00 created 2 via=api
                2026-03-22T10:00 created 3
                2026-03-22T10:01 created 3 via=api
                2026-03-22T10:00 created b1 source=bitrix24 via=api
                2026-02-20T10:00 created 4 via=api
                """)
            .heard();
    assertThat(heard)
        .extracting(HeardSource::source, HeardSource::hooks)
        .containsExactly(
            tuple(SourceKind.AMOCRM, Optional.of(new HeardSource.Hooks(3, 1))),
            tuple(SourceKind.BITRIX24, Optional.empty()));
  }

  private static QualityLists lists(String events) {
    Company company =
        new Company(BUSINESS)
            .file(CaseFile.parse("# events\n" + events).changes(ZoneId.of("Europe/Moscow")));
    try (KpiRun run = company.run(company.options().asOf(AS_OF))) {
      assertThat(run.checkedInvariants()).contains("ageing_sums_up");
      QualityLists lists = run.qualityLists();
      assertThat(run.quality().unknownStages())
          .isEqualTo(lists.unknownStages().stream().mapToLong(UnknownStage::events).sum());
      return lists;
    }
  }
}
