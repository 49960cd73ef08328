package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Reject;
import dev.svodka.source.imports.Imports.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealTablesTest {
  private static final ImportRule PIPELINE =
      Imports.csv("sales_pipeline*.csv")
          .item("deal", "{opportunity_id}")
          .cell("owner", "{sales_agent}")
          .cell("amount", "{close_value}")
          .fields("account", "product")
          .event(Kind.CREATED, "{engage_date}", "Engaging")
          .event(
              Kind.MOVED,
              "{close_date}",
              "{deal_stage}",
              Map.of("deal_stage", List.of("Won", "Lost")))
          .build();

  @Test
  void theSalesPipelineGivesTwoEventsForEachClosedDealAndRejectsTheUndated() {
    Result result =
        Imports.read(
            Imports.business(PIPELINE), Imports.shared("maven_crm/files/sales_pipeline.csv"));

    ImportCounts counts = result.counts();
    assertThat(counts.read()).isEqualTo(8_800);
    assertThat(counts.imported()).isEqualTo(8_300);
    assertThat(counts.duplicates()).isZero();
    assertThat(counts.filtered()).isZero();
    assertThat(counts.rejectedByReason())
        .containsExactly(Map.entry("no event: engage_date is empty", 500L));
    assertThat(counts.events()).isEqualTo(8_300 + 4_238 + 2_473);
    assertThat(result.events()).hasSize((int) counts.events());
    assertThat(result.rejects()).hasSize(500);
    assertThat(result.events().stream().filter(e -> e.stage().equals(java.util.Optional.of("Won"))))
        .hasSize(4_238);
    assertThat(result.events().stream().map(ChangeEvent::eventId)).doesNotHaveDuplicates();
  }

  @Test
  void aRowOfThePipelineReadsAsItStands() {
    Result result =
        Imports.read(
            Imports.business(PIPELINE), Imports.shared("maven_crm/files/sales_pipeline.csv"));

    ChangeEvent created = result.events().getFirst();
    ChangeEvent won = result.events().get(1);
    assertThat(created.item().id()).isEqualTo("1C1I7A6R");
    assertThat(created.kind()).isEqualTo(Kind.CREATED);
    assertThat(created.stage()).contains("Engaging");
    assertThat(created.occurredAt()).isEqualTo(Instant.parse("2016-10-19T21:00:00Z"));
    assertThat(won.stage()).contains("Won");
    assertThat(won.owner()).contains("Moses Frase");
    assertThat(won.amount()).contains(new BigDecimal("1054.00"));
    assertThat(won.currency()).contains("RUB");
    assertThat(won.fields()).isEqualTo(Map.of("account", "Cancity", "product", "GTX Plus Basic"));
    assertThat(won.seq()).isGreaterThan(created.seq());
    assertThat(result.rejects())
        .allSatisfy(reject -> assertThat(reject.field()).isEqualTo("engage_date"))
        .extracting(Reject::file)
        .containsOnly("sales_pipeline.csv");
  }

  @Test
  void theReceivablesReadMonthFirstOnTheirOwn() {
    ImportRule rule =
        Imports.csv("WA_*.csv")
            .item("invoice", "{invoiceNumber}")
            .cell("amount", "{InvoiceAmount}")
            .cell("due", "{DueDate}")
            .cell("customer-id", "{customerID}")
            .cell("currency", "usd")
            .event(Kind.CREATED, "{InvoiceDate}", "")
            .event(Kind.PAID, "{SettledDate}", "")
            .build();
    Business business = Imports.business(rule);

    Result result =
        Imports.read(business, Imports.shared("ibm_ar/files/WA_Fn-UseC_-Accounts-Receivable.csv"));

    assertThat(result.counts().imported()).isEqualTo(2_466);
    assertThat(result.counts().rejected()).isZero();
    assertThat(result.counts().events()).isEqualTo(2 * 2_466);
    ChangeEvent paid = result.events().get(1);
    assertThat(paid.occurredAt()).isEqualTo(Instant.parse("2013-01-14T20:00:00Z"));
    assertThat(paid.amount()).contains(new BigDecimal("55.94"));
    assertThat(paid.currency()).contains("USD");
    assertThat(paid.dueAt()).contains(Instant.parse("2013-01-31T20:00:00Z"));
  }
}
