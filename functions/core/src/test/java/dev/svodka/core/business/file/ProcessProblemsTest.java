package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip, one message. */
class ProcessProblemsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          within: 0 days                                    | a span of nothing leaves no time at all
          within: 30 weeks                                  | is no span of time
          within:                                           | has no value
          within: " "                                       | is an empty text
          within: [1 day]                                   | is a list where one text is meant
          within: {days: 1}                                 | is a mapping where one text is meant
          tasks-after: {milestone: won, within: 2 working minutes} | working minutes are not counted
          title: {}                                         | the title has no text
          items: {type: Deal}                               | the key `items` stands here twice
          deadline: {due: {day-of-month: []}, done: won}    | is an empty list; write the days of the month
          deadline: {due: {day-of-month: [0]}, done: won}   | `0` does not fit here
          deadline: {due: {field: a, shift: none}, done: won} | belongs to `day-of-month` alone
          deadline: {due: {field: a, within: 2 days}, done: won} | belongs to `after` alone
          deadline: {due: {told: false}, done: won}         | can only be true
          deadline: {due: {}, done: won}                    | it is not said when it is due
          deadline: {due: soon, done: won}                  | is no mapping; it has the keys field, told
          intervals: {1x: {from: created, to: won}}         | `1x` is no name
          intervals: [x]                                    | is no mapping; write `key: value` lines
          intervals: {x: {from: created, to: won, match: last}} | `last` is none of first, next
          rework: {base: won, stages: []}                   | is an empty list; name at least one
          rework: {stages: [Won]}                           | the key `base` is missing; add `base: created`
          required-fields: {[won]: [phone]}                 | has a key that is no text
          required-fields: {won: []}                        | is an empty list; name at least one
          funnel-skips: sometimes                           | is none of count, strict
          failure-reason: {}                                | the key `field` is missing
          """)
  void aProcessTellsWhatIsWrongWithIt(String line, String expected) {
    String yaml = Examples.SMALL + "    " + line + "\n";
    assertThat(Examples.problems(yaml)).singleElement().asString().contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issue-target: 2 days                  | it is not said what calls for the invoice
          terms: 10 hours                       | is counted on dates, not on the clock
          terms: 2 working days                 | counts working time, which the file does not state
          ageing: [60, 30]                      | are no edges of ageing buckets
          ageing: [30, 30]                      | are no edges of ageing buckets
          ageing: []                            | are no edges of ageing buckets
          ageing: [30, 3651]                    | `3651` does not fit here
          debt-from: wonn                       | there is no milestone `wonn`; did you mean `won`?
          paid-tolerance: -0.01                 | `-0.01` is no amount
          paid-tolerance: 1e21                  | `1e21` is no amount
          paid-tolerance: "1000000000000000000.00" | is no amount
          due-roll: monday                      | `monday` is none of none, previous-working-day
          control: "[osv"                       | is no pattern of file names
          """)
  void anInvoiceProcessTellsWhatIsWrongWithIt(String line, String expected) {
    assertThat(Examples.problems(invoices(line)))
        .anySatisfy(text -> assertThat(text).contains(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ageing: [1, 3650]
          debt-from: shipped
          terms: 10 days
          paid-tolerance: 0
          paid-tolerance: 1e20
          paid-tolerance: "100000000000000000.0"
          """)
  void theWidestThatIsMeantPasses(String line) {
    assertThat(Examples.problems(invoices(line))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {created: false}                | can only be true
          {paid-in-full: false}           | can only be true
          {}                              | it is not said when the milestone is reached
          {created: true, stage: [New]}   | it is said in 2 ways: created, stage
          {stage: []}                     | is an empty list
          {left: []}                      | is an empty list
          {field: due, take: any}         | `any` is none of first, last
          yes                             | is no mapping; it has the keys created, stage, left
          """)
  void aMilestoneTellsWhatIsWrongWithIt(String condition, String expected) {
    assertThat(Examples.problems(Examples.SMALL.replace("{created: true}", condition)))
        .singleElement()
        .asString()
        .startsWith("b.yaml:8:")
        .contains("processes.sales.milestones.created")
        .contains(expected);
  }

  @Test
  void milestonesHaveNames() {
    String yaml = Examples.SMALL.replace("lost:", "2nd:");
    assertThat(Examples.problems(yaml)).singleElement().asString().contains("`2nd` is no name");
    String none =
        """
        account: a
        time-zone: UTC
        currency: RUB
        processes: {s: {items: {type: deal}, milestones: {}, funnel: [won]}}
        """;
    assertThat(Examples.problems(none))
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("there are no milestones; begin with"))
        .anySatisfy(text -> assertThat(text).contains("`won`; there are none yet"));
  }

  @Test
  void namesFarFromAnyAreAnsweredByThoseThatAreKnown() {
    assertThat(Examples.problems(Examples.SMALL + "    funnel: [shipped]\n"))
        .containsExactly(
            "b.yaml:11:14: processes.sales.funnel[0]: there is no milestone `shipped`;"
                + " known here: created, won, lost");
    assertThat(Examples.problems(Examples.SMALL + "    funnel: [" + "w".repeat(101) + "]\n"))
        .singleElement()
        .asString()
        .endsWith("known here: created, won, lost");
  }

  private static String invoices(String line) {
    return Examples.SMALL
        + "      paid: {paid-in-full: true}\n    kind: invoice\n    "
        + line
        + "\n";
  }
}
