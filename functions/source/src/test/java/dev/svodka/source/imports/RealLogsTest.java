package dev.svodka.source.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Result;
import dev.svodka.source.imports.Imports.RuleBuilder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealLogsTest {
  @Test
  void theDeclarationsGiveOneCreationATraceAndEveryEventOnce() {
    ImportRule rule =
        Imports.xes("*.xes*")
            .item("declaration", "{case:concept:name}")
            .cell("owner", "{org:resource}")
            .cell("amount", "{case:Amount}")
            .fields("BudgetNumber")
            .build();

    Result result =
        Imports.read(
            Imports.business(rule), Imports.shared("bpic2020/files/DomesticDeclarations.xes.gz"));

    assertThat(result.counts().read()).isEqualTo(56_437);
    assertThat(result.counts().imported()).isEqualTo(56_437);
    assertThat(result.counts().events()).isEqualTo(56_437);
    Map<Kind, Long> kinds =
        result.events().stream().collect(groupingBy(ChangeEvent::kind, counting()));
    assertThat(kinds).isEqualTo(Map.of(Kind.CREATED, 10_500L, Kind.MOVED, 56_437L - 10_500));
    assertThat(result.events().stream().map(ChangeEvent::item).distinct()).hasSize(10_500);
    assertThat(
            result.events().stream()
                .filter(e -> e.stage().equals(Optional.of("Declaration SUBMITTED by EMPLOYEE"))))
        .hasSize(11_531);
    ChangeEvent first = result.events().getFirst();
    assertThat(first.item().id()).isEqualTo("declaration 86791");
    assertThat(first.occurredAt()).isEqualTo(Instant.parse("2017-01-09T08:49:50Z"));
    assertThat(first.amount()).contains(new BigDecimal("26.85"));
    assertThat(first.owner()).contains("STAFF MEMBER");
    assertThat(first.fields()).isEqualTo(Map.of("BudgetNumber", "budget 86566"));
    assertThat(result.events().get(1).fields()).isEmpty();
  }

  @Test
  void theReceiptsAreTheSameEventsAsATableAndAsALog() {
    Result log = Imports.read(Imports.business(receipts(Imports.xes("*.xes.gz")).build()), xes());
    Result table =
        Imports.read(
            Imports.business(
                receipts(Imports.csv("*.csv"))
                    .cell("stage", "{concept:name}")
                    .event(Kind.MOVED, "{time:timestamp}", "")
                    .build()),
            Imports.shared("receipt/files/receipt.csv"));

    assertThat(log.counts().imported()).isEqualTo(8_577);
    assertThat(table.counts().imported()).isEqualTo(8_577);
    assertThat(said(log)).containsExactlyInAnyOrderElementsOf(said(table));
    assertThat(
            log.events().stream()
                .filter(event -> event.kind() == Kind.MOVED)
                .map(ChangeEvent::eventId))
        .as("a move is the same event by the one and by the other")
        .isSubsetOf(table.events().stream().map(ChangeEvent::eventId).toList());
    assertThat(fields(log, "startdate")).isEqualTo(fields(table, "startdate")).hasSize(1_434);
    assertThat(fields(log, "channel")).isEqualTo(fields(table, "channel"));
  }

  private static RuleBuilder receipts(RuleBuilder rule) {
    return rule.item("document", "{case:concept:name}")
        .cell("owner", "{org:resource}")
        .cell("due", "{case:deadline}")
        .fields("channel", "startdate");
  }

  private static Path xes() {
    return Imports.shared("receipt/files/receipt.xes.gz");
  }

  private record Said(
      String item,
      Optional<String> stage,
      Optional<String> owner,
      Optional<Instant> due,
      Instant at) {}

  private static List<Said> said(Result result) {
    return result.events().stream()
        .map(e -> new Said(e.item().id(), e.stage(), e.owner(), e.dueAt(), e.occurredAt()))
        .toList();
  }

  /** Item ▶ the field's value, its date in one writing. */
  private static Map<String, String> fields(Result result, String name) {
    return result.events().stream()
        .filter(event -> event.fields().containsKey(name))
        .collect(
            java.util.stream.Collectors.toMap(
                event -> event.item().id(),
                event ->
                    event.fields().getOrDefault(name, "").replace(' ', 'T').replace("000+", "+"),
                (one, other) -> one));
  }
}
