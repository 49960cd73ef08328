package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.Dialect;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.ImportRule.SameStage;
import dev.svodka.core.event.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportReadingsTest {
  @Test
  void aRuleIsReadAsItStands() {
    ImportRule rule =
        rule(
            """
              - files: "deals*.csv"
                delimiter: tab
                encoding: cp1251
                time-zone: Asia/Omsk
                decimal-comma: true
                dates: dd.MM.yyyy
                item: {type: "{kind}", id: "{no}"}
                parent: {type: deal, id: "{deal}"}
                customer: {id: "{inn}", name: "{company}"}
                owner: "{manager}"
                same-stage: new-visit
                stage-prefix: "{pipeline}/"
                events: [{kind: created, at: "{date}", amount: "{sum}"}]
            """);
    assertThat(rule.dialect())
        .isEqualTo(
            new Dialect(
                Optional.of('\t'),
                Optional.of("windows-1251"),
                Optional.of(ZoneId.of("Asia/Omsk")),
                Optional.of(true),
                Optional.of("dd.MM.yyyy")));
    assertThat(rule.item().type()).isEqualTo("{kind}");
    assertThat(rule.item().id()).hasToString("{no}");
    ItemTemplate parent = rule.parent().orElseThrow();
    assertThat(parent.type()).isEqualTo("deal");
    assertThat(parent.id()).hasToString("{deal}");
    assertThat(rule.cells().customerId().orElseThrow()).hasToString("{inn}");
    assertThat(rule.cells().customerName().orElseThrow()).hasToString("{company}");
    assertThat(rule.cells().owner().orElseThrow()).hasToString("{manager}");
    assertThat(rule.visits()).isEqualTo(SameStage.NEW_VISIT);
    assertThat(rule.stagePrefix()).contains("{pipeline}/");
    ImportRule.EventRule event = rule.events().getFirst();
    assertThat(event.cells().orElse(rule.cells()).amount().orElseThrow()).hasToString("{sum}");
    assertThat(event.cells().orElse(rule.cells()).owner().orElseThrow()).hasToString("{manager}");
  }

  @Test
  void whatIsLeftOutIsDetected() {
    ImportRule rule =
        rule(
            """
              - files: "deals.csv"
                customer: "{inn}"
                item: {type: deal, id: "{no}"}
                events: [{kind: created, at: "{date}"}]
            """);
    assertThat(rule.dialect()).isEqualTo(Dialect.DETECTED);
    assertThat(rule.cells().customerId().orElseThrow()).hasToString("{inn}");
    assertThat(rule.cells().customerName()).isEmpty();
    assertThat(rule.visits()).isEqualTo(SameStage.ONE_VISIT);
    assertThat(rule.parent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "events.jsonl, JSONL",
    "events.arrow, ARROW",
    "EVENTS.PARQUET, PARQUET",
  })
  void ourOwnEventsNeedNoItem(String files, Format format) {
    ImportRule rule = rule("  - {files: \"" + files + "\"}\n");
    assertThat(rule.format()).isEqualTo(format);
    assertThat(rule.item()).isEqualTo(ItemTemplate.OWN_EVENTS);
  }

  @Test
  void aProcessLogIsReadByItsTraces() {
    ImportRule rule = rule("  - {files: \"*.xes.gz\", item: {type: request}}\n");
    assertThat(rule.format()).isEqualTo(Format.XES);
    assertThat(rule.item().id()).hasToString("{case:concept:name}");
    assertThat(rule.cells().stage().orElseThrow()).hasToString("{concept:name}");
    ImportRule other =
        rule("  - {files: \"*.xes\", item: {type: request, id: \"{case:no}\"}, stage: \"{s}\"}\n");
    assertThat(other.item().id()).hasToString("{case:no}");
    assertThat(other.cells().stage().orElseThrow()).hasToString("{s}");
  }

  @Test
  void aBankStatementIsReadAsSuchAFileIsWritten() {
    ImportRule rule = rule("  - {files: \"kl_to_1c*.txt\"}\n");
    assertThat(rule.format()).isEqualTo(Format.ONEC_BANK);
    assertThat(rule.item().type()).isEqualTo("payment");
    assertThat(rule.item().id()).hasToString("{id}");
    assertThat(rule.purpose().orElseThrow()).hasToString("{НазначениеПлатежа}");
    assertThat(rule.cells().customerId().orElseThrow()).hasToString("{ПлательщикИНН}");
    assertThat(rule.events()).singleElement().extracting(EventRule::kind).isEqualTo(Kind.PAID);
    assertThat(rule.outgoing()).isEmpty();
    ImportRule other =
        rule(
            """
              - files: "*.txt"
                format: 1c-bank
                item: {type: money}
                customer: "{ПлательщикСчет}"
                outgoing: {item: {type: payroll}, only: {КодНазПлатежа: ["1"]}}
            """);
    assertThat(other.item().type()).isEqualTo("money");
    assertThat(other.item().id()).hasToString("{id}");
    assertThat(other.cells().customerId().orElseThrow()).hasToString("{ПлательщикСчет}");
    assertThat(other.outgoing().orElseThrow().item().type()).isEqualTo("payroll");
    assertThat(other.outgoing().orElseThrow().only())
        .isEqualTo(Map.of("КодНазПлатежа", List.of("1")));
  }

  @Test
  void documentsOfOneCAreInvoicesWhereNothingElseIsSaid() {
    ImportRule rule = rule("  - {files: \"orders*.xml\"}\n");
    assertThat(rule.format()).isEqualTo(Format.COMMERCEML);
    assertThat(rule.item().type()).isEqualTo("invoice");
    assertThat(rule.item().id()).hasToString("{Ид}");
    assertThat(rule.only()).containsKey("ХозОперация");
    assertThat(rule.events().stream().map(EventRule::kind))
        .containsExactly(Kind.CREATED, Kind.PAID, Kind.DELETED, Kind.DELETED);
    ImportRule other =
        rule(
            """
              - files: "orders*.xml"
                only: {ХозОперация: [Заказ товара]}
                events: [{kind: created, at: "{Когда}"}]
            """);
    assertThat(other.only()).isEqualTo(Map.of("ХозОперация", List.of("Заказ товара")));
    assertThat(other.events()).singleElement().extracting(EventRule::kind).isEqualTo(Kind.CREATED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delimiter: ";;"                    | `;;` is no delimiter
          dates: dd.mmmmmmmm                 | is no pattern of dates
          decimal-comma: maybe               | `maybe` is none of true, false
          parent: {type: deal}               | the key `id` is missing
          parent: {type: Deal, id: "{a}"}    | `Deal` is no type of items
          customer: {name: "{a}"}            | the key `id` is missing
          stage: "{}"                        | is no template
          kinds: {Payment: {amount: "{a}"}}  | the key `kind` is missing
          only: {a: []}                      | is an empty list
          time-zone: Asia/Omks               | did you mean `Asia/Omsk`?
          outgoing: {item: {type: a}, only: {b: c}} | only a bank statement (1c-bank) has it
          """)
  void aSlipIsToldOfOnce(String line, String expected) {
    assertThat(
            Examples.problems(
                Examples.SMALL
                    + """
                    imports:
                      - files: "deals.csv"
                        item: {type: deal, id: "{no}"}
                        events: [{kind: created, at: "{date}"}]
                    """
                    + "    "
                    + line
                    + "\n"))
        .singleElement()
        .asString()
        .startsWith("b.yaml:15:")
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\\t | \t", "; | ;"},
      ignoreLeadingAndTrailingWhitespace = false)
  void delimitersAreOneCharacter(String said, String character) {
    ImportRule rule =
        rule(
            "  - {files: \"d.csv\", delimiter: '%s', item: {type: deal, id: \"{no}\"},"
                    .formatted(said.strip())
                + " events: [{kind: created, at: \"{d}\"}]}\n");
    assertThat(rule.dialect().delimiter().map(String::valueOf))
        .isEqualTo(Optional.of(character.substring(1)));
  }

  private static ImportRule rule(String yaml) {
    List<ImportRule> rules = Examples.valid(Examples.SMALL + "imports:\n" + yaml).imports();
    assertThat(rules).hasSize(1);
    return rules.getFirst();
  }
}
