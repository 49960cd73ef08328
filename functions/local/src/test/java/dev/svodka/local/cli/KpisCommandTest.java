package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpisCommandTest {
  private static final String BUSINESS =
      """
      account: shop
      name: Shop
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        papers:
          title: Papers
          items: {type: document}
          milestones: {received: {created: true}}
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
      goals:
        - {kpi: invoiced, process: invoices, month: 2026-11, value: 1000}
      """;

  @TempDir private Path folder;
  private final RecordedTerminal terminal = new RecordedTerminal();

  @Test
  void theCatalogueIsEnglishUnlessToldOtherwise() {
    assertThat(terminal.run("kpis")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            String.join(
                System.lineSeparator(),
                "win_rate  [ratio]",
                "  What share of what closed was won?",
                "  = succeeded ÷ (succeeded + failed), by the period of the outcome",
                "  Null where nothing closed; excluded failures are left out."))
        .doesNotContainPattern("[а-яё]");
  }

  @Test
  void theCatalogueIsRussianWhereAskedForOrWhereTheBusinessIs() throws IOException {
    Path business = Files.writeString(folder.resolve("business.yaml"), BUSINESS);
    assertThat(terminal.run("kpis", "--language", "ru")).isZero();
    String russian = terminal.out();
    assertThat(russian)
        .contains("Какая доля закрытого выиграна?", "= успешные ÷ (успешные + неуспешные)");
    RecordedTerminal other = new RecordedTerminal();
    assertThat(other.run("kpis", "--business", business.toString())).isZero();
    assertThat(other.out()).isEqualTo(russian);
  }

  @Test
  void aProcessHasOnlyTheKpisOfItsParts() throws IOException {
    Path business = Files.writeString(folder.resolve("business.yaml"), BUSINESS);
    assertThat(terminal.run("kpis", "--business", business.toString(), "--process", "papers"))
        .isZero();
    assertThat(terminal.out()).contains("standing  [count]").doesNotContain("win_rate", "passed");
    RecordedTerminal other = new RecordedTerminal();
    assertThat(other.run("kpis", "--business", business.toString(), "--process", "invoices"))
        .isZero();
    assertThat(other.out())
        .contains("ageing  [money]", "on_time_rate  [ratio]", "goal  [единица показателя]")
        .doesNotContain("debt  [", "ledger_difference", "uncontacted_open", "rework_rate");
    assertThat(terminal.run("kpis", "--business", business.toString(), "--process", "sales"))
        .isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains("has no process 'sales'; it has papers, invoices");
  }
}
