package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unpaid by the events against the balances of the ledger, on the ledger's own days. */
class LedgerControlTest {
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
          control: "osv-62*.csv"
      """;

  private static final List<String> EVENTS =
      List.of(
          "2026-03-02T10:00 created i1 type=invoice amount=10000.50 customer=7701",
          "2026-03-02T11:00 created i2 type=invoice amount=300 customer=7702",
          "2026-03-09T10:00 paid i2 type=invoice amount=100",
          "2026-04-02T10:00 paid i1 type=invoice amount=10000.50");

  @TempDir private Path folder;

  @Test
  void tellsWhereTheTwoDiffer() throws IOException {
    Files.writeString(
        folder.resolve("osv-62-2026-03-31.csv"),
        "Контрагент;ИНН;Сальдо на конец\nЛуг;7701;10\u00A0000,50\nПоле;7702;300\nЛес;7703;7\n");
    // A day that is not over at as-of is not looked at yet.
    Files.writeString(folder.resolve("osv-62-30.04.2026.csv"), "ИНН;Сальдо\n7701;1\n");
    Company company = new Company(BUSINESS, folder);
    company.file(
        new CaseFile("", EVENTS, List.of(), List.of()).changes(ZoneId.of("Europe/Moscow")));
    try (KpiRun run = company.run(company.options().asOf(Instant.parse("2026-04-10T21:00:00Z")))) {
      assertThat(run.brokenInvariants()).isEmpty();
      List<KpiRow> rows =
          run.rows().stream().filter(row -> row.kpi().equals("ledger_difference")).toList();
      assertThat(rows).allMatch(row -> row.subject().equals(Optional.of("2026-03-31")));
      Map<String, String> differences = new TreeMap<>();
      rows.forEach(
          row ->
              differences.put(
                  row.group().getOrDefault("customer", Optional.of("all")).orElse("nobody"),
                  row.value().orElseThrow().toPlainString()));
      assertThat(differences)
          .containsOnly(
              Map.entry("all", "-107.00"),
              Map.entry("7702", "-100.00"),
              Map.entry("7703", "-7.00"));
    }
  }

  @Test
  void aBalanceThatIsNoNumberIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("osv-62-2026-03-31.csv"), "customer,balance\n7701,1\n7702,x\n");
    assertThatThrownBy(() -> new Company(BUSINESS, folder))
        .hasMessageContaining(
            "osv-62-2026-03-31.csv line 3: the date or the balance cannot be read");
  }
}
