package dev.svodka.report.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.SvodkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSpecsTest {
  private static final String GOOD =
      """
      id: mine
      title: weekly-conversion.title
      audience: managers
      schedule: {every: day, time: "07:00"}
      about: month
      processes: all
      headlines:
        - {figure: created}
      sections:
        - {id: flow, kind: periods, figures: [created], period: month, last: 12}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"all-processes", "weekly-conversion", "overdue-invoices", "data-quality"})
  void theShippedReportsAreRight(String id) {
    assertThat(ReportSpecs.shipped(id).id()).isEqualTo(id);
    assertThat(ReportSpecs.shipped(id).sections()).isNotEmpty();
  }

  @Test
  void aReportOfOnesOwnIsRead() {
    ReportSpec spec = SpecReader.read("mine.yaml", GOOD);
    assertThat(spec.sections().getFirst().kind()).isEqualTo(Section.Kind.PERIODS);
    assertThat(spec.sections().getFirst().last()).isEqualTo(12);
    assertThat(spec.schedule().day()).isEmpty();
  }

  @Test
  void anUnknownReportNamesThoseThatExist() {
    assertThatThrownBy(() -> ReportSpecs.shipped("../../etc/passwd"))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("weekly-conversion");
  }

  @Test
  void errorsNameFileLineFieldAndFix() {
    wrong("kind: periods", "kind: pie", "mine.yaml:10:22", "«pie» is no kind", "cohort-table");
    wrong("audience: managers\n", "", "mine.yaml:1:1", "«audience» is missing");
    wrong("last: 12", "last: many", "mine.yaml:10", "whole number from 1 to 60");
    wrong("about: month", "abuot: month", "mine.yaml:5:1", "unknown field «abuot»", "about");
    wrong("id: mine", "id: ../mine", "mine.yaml:1:5", "a-z");
    wrong("\"07:00\"", "seven", "mine.yaml:4", "07:00");
    wrong("id: mine", "id: [mine", "mine.yaml:");
    wrong("kind: periods", "kind: ageing", "mine.yaml:10:5", "«per: currency» alone");
    wrong(
        "processes: all", "processes: all\nper: company", "mine.yaml:11:5", "«per: process» alone");
    wrong("kind: periods", "kind: process-table", "mine.yaml:10:5", "«per: company» alone");
    wrong("processes: all", "processes: all\nper: owner", "mine.yaml:7:6", "currency, company");
    wrong("{figure: created}", "{figure: created, at: noon}", "mine.yaml:8", "«now»");
    wrong("[created]", "created", "«figures» has to be a list");
  }

  private static void wrong(String from, String to, String... said) {
    assertThatThrownBy(() -> SpecReader.read("mine.yaml", GOOD.replace(from, to)))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContainingAll(said);
  }
}
