package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Won and lost have to add up to the base of the rate, or the page says what is left out. */
class ExcludedFailuresTest {
  private static final String EXCLUDES =
      """
          failure-reason: {field: loss_reason}
          failure-excludes: {loss_reason: [Спам]}
      """;

  @Test
  void whatTheRateLeavesOutIsSaid() {
    Rendered report = write(2);
    assertThat(report.lead().getFirst()).endsWith(" Не в счёт доли — 2: Спам.");
    assertThat(page(report)).contains(", не в счёт 2 (Спам)");
  }

  @Test
  void nothingLeftOutIsNotSpokenOf() {
    Rendered report = write(0);
    assertThat(report.lead().getFirst()).doesNotContain("Не в счёт");
    assertThat(page(report)).doesNotContain("не в счёт");
  }

  /** The reported week's win rate with so many failures less in its base. */
  private static Rendered write(long excluded) {
    Business business =
        SampleCompany.business(
            SampleCompany.yaml("Ромашка", "Анна").stripTrailing() + "\n" + EXCLUDES);
    List<KpiRow> rows =
        SampleCompany.facts().rows().stream().map(row -> less(row, excluded)).toList();
    return new ReportWriter(SampleCompany.facts(business, rows), Language.RU)
        .write(ReportSpecs.shipped("weekly-conversion"));
  }

  private static KpiRow less(KpiRow row, long excluded) {
    boolean meant =
        row.kpi().equals("win_rate") && row.period().equals("2026-W47") && row.group().isEmpty();
    Optional<BigDecimal> base =
        row.denominator().map(all -> meant ? all.subtract(BigDecimal.valueOf(excluded)) : all);
    return new KpiRow(
        row.kpi(),
        row.process(),
        row.subject(),
        row.period(),
        row.group(),
        row.unit(),
        row.clock(),
        row.value(),
        row.numerator(),
        base,
        row.low(),
        row.high(),
        row.n(),
        row.partial());
  }

  private static String page(Rendered report) {
    return new String(report.files().getLast().content(), StandardCharsets.UTF_8);
  }
}
