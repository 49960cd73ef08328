package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @Test
  void allProblemsAreToldAtOnceWithPlaceAndFix() {
    String yaml =
        """
        account: Romashka
        time-zone: Europe/Moskow
        curency: RUB
        processes:
          sales:
            items: {type: deal}
            milestones:
              created: {created: true}
              won: {stage: [Won]}
            funnel: [created, wun]
            within: 30 working days
        """;
    assertThat(Examples.problems(yaml))
        .containsExactly(
            "b.yaml:1:1: the key `currency` is missing; add `currency: RUB`",
            "b.yaml:1:10: account: `Romashka` is no account;"
                + " write 1 to 40 small Latin letters, digits and dashes",
            "b.yaml:2:12: time-zone: `Europe/Moskow` is no time zone;"
                + " did you mean `Europe/Moscow`?",
            "b.yaml:3:10: curency: unknown key `curency`; did you mean `currency`?",
            "b.yaml:10:23: processes.sales.funnel[1]: there is no milestone `wun`;"
                + " did you mean `won`?",
            "b.yaml:11:13: processes.sales.within: an age is counted in elapsed time;"
                + " write it in `days` or `hours`");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          funnel: []                                        | is an empty list; name at least one
          success: [won, won]                               | `won` stands here twice
          kind: invoce                                      | did you mean `invoice`?
          terms: 10 days                                    | `terms` is for invoices
          success: [won]\\n    failure: [won]               | is both success and failure
          intervals: {x: {from: created, too: won}}         | did you mean `to`?
          intervals: {x: {from: created, to: won, target: 2 weeks}} | is no span of time
          intervals: {x: {from: created, to: won, target: 2 working days}} | counts working time
          intervals: {x: {from: won, to: won}}              | begins and ends with the same milestone
          required-fields: {wonn: [phone]}                  | did you mean `won`?
          parent: {process: sale, milestone: won}           | there is no process `sale`; did you mean `sales`?
          parent: {process: sales, milestone: wo}           | has no milestone `wo`; did you mean `won`?
          deadline: {due: {told: true}}                     | the key `done` is missing
          deadline: {due: {field: a, told: true}, done: won} | it is said in several ways
          deadline: {due: {day-of-month: [32]}, done: won}  | `32` does not fit here
          deadline: {due: {after: created, within: 2 hours}, done: won} | write `by: timestamp`
          failure-reason: loss_reason                       | is no mapping; it has the keys field
          contact-every: {at-most: 2 days}                  | the key `while` is missing
          title: {de: Verkauf}                              | unknown key `de`
          kind: invoice                                     | add `paid: {paid-in-full: true}`
          """)
  void aProcessTellsWhatIsWrongWithIt(String line, String expected) {
    String yaml = Examples.SMALL + "    " + line.replace("\\n", "\n") + "\n";
    assertThat(Examples.problems(yaml)).anySatisfy(text -> assertThat(text).contains(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account: again                                    | the key `account` stands here twice
          working-time: {calendar: RUS}                     | there is no calendar `RUS`
          working-time: {calendar: RU, hours: "18:00-09:00"} | the working day ends before it begins
          working-time: {calendar: cal.csv}                 | there is no file `cal.csv`
          working-time: {calendar: ../cal.csv}              | lies outside the folder
          retention: forever                                | is no period
          language: fr                                      | `fr` is none of ru, en
          goals: [{kpi: win_rate, process: sales, month: November, value: 1}] | write it as 2026-11
          goals: missing.csv                                | there is no file `missing.csv`
          deliver: [{report: weekly-conversions, audience: all, email: [a@b.c]}] | did you mean `weekly-conversion`?
          deliver: [{report: act-today, audience: all}]     | this is delivered to nobody
          sources: [{id: amo, kind: amocrm}]                | needs its subdomain
          keep: [phone?, phone?]                            | stands here twice
          imports: [{files: "x.csv", item: {type: deal, id: {opportunity}}, events: [{kind: created, at: "{d}"}]}] | stands in quotes
          imports: [{files: "x.csv", item: {type: deal, id: "{o"}, events: [{kind: created, at: "{d}"}]}] | is no template
          imports: [{files: "x.csv", item: {type: deal, id: "{o}"}}] | it is not said which events a row gives
          imports: [{files: "x.csv", item: {type: deal, id: "{o}"}, events: [{kind: create, at: "{d}"}]}] | did you mean `created`?
          imports: [{files: "x.dat", item: {type: deal, id: "{o}"}}] | add `format: csv`
          imports: [{files: "x.csv", encoding: utf-9, item: {type: deal, id: "{o}"}}] | is no encoding
          imports: [{files: "x.xes", item: {type: deal}, events: []}] | in a process log each event is one
          """)
  void theRestOfTheFileTellsWhatIsWrongWithIt(String line, String expected) {
    assertThat(Examples.problems(Examples.SMALL + line + "\n"))
        .anySatisfy(text -> assertThat(text).contains(expected));
  }

  @Test
  void aSecretInClearIsRefusedAndNotRepeated() {
    List<String> problems =
        Examples.problems(
            Examples.SMALL
                + "sources: [{id: a, kind: amocrm, subdomain: a, secret: hunter2hunter2}]\n");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .contains("a secret may not stand in this file")
        .doesNotContain("hunter2");
  }

  @Test
  void aFieldKeptByPresenceAloneCannotBeReadByValue() {
    assertThat(Examples.problems(Examples.SMALL + "    group-by: [phone]\nkeep: [phone?]\n"))
        .singleElement()
        .asString()
        .contains("reads its value");
  }

  @Test
  void brokenYamlIsToldOfAtItsPlace() {
    assertThat(Examples.problems("account: romashka\n  name: x\n"))
        .singleElement()
        .asString()
        .startsWith("b.yaml:2:")
        .contains("this is not YAML");
  }

  @Test
  void hostileFilesAreRefusedWithinBounds() {
    assertThat(Examples.problems("[".repeat(100_000))).hasSize(1);
    assertThat(Examples.problems("a: ".repeat(40))).hasSize(1);
    assertThat(Examples.problems("a: &a {b: *a}")).hasSize(1);
    assertThat(Examples.problems("x".repeat(YamlTree.MAX_BYTES + 1))).hasSize(1);
    assertThat(Examples.problems("")).hasSize(1);
    assertThat(Examples.problems("a: 1\n---\nb: 2\n")).hasSize(1);
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String before = "*a" + (i - 1);
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(String.join(", ", IntStream.range(0, 10).mapToObj(n -> before).toList()));
      laughs.append("]\n");
    }
    assertThat(Examples.problems(laughs.toString()))
        .singleElement()
        .asString()
        .contains("aliases make it too large");
  }

  @Test
  void anyTruncationOfTheContractsExampleIsValidOrExplained() throws IOException {
    String whole = Files.readString(Examples.contract());
    for (int length = 0; length < whole.length(); length += 37) {
      List<String> problems = Examples.problems(whole.substring(0, length));
      assertThat(problems).allSatisfy(text -> assertThat(text).startsWith("b.yaml").contains("; "));
    }
  }
}
