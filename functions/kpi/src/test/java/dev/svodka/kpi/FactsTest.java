package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
  private static final String EVENTS =
      """
      # events
      2026-03-02T10:00 created d1 stage=A pipeline=P1 owner=ann amount=100
      2026-03-03T10:00 created d2 stage=A pipeline=P1 owner=bob
      2026-03-04T10:00 moved d2 stage=W
      2026-03-05T10:00 created d3 stage=A pipeline=P1 owner=bob
      """;

  @Test
  void theItemsBehindAFigureComeOldestFirst() {
    try (KpiRun run = run()) {
      List<FactItem> open = run.items("open", "sales", Optional.empty(), 10);
      assertThat(open).extracting(FactItem::itemId).containsExactly("d1", "d3");
      FactItem oldest = open.getFirst();
      assertThat(oldest.owner()).contains("ann");
      assertThat(oldest.stage()).contains("A");
      assertThat(oldest.amount().orElseThrow()).isEqualByComparingTo("100");
      assertThat(oldest.hours().orElseThrow()).isEqualByComparingTo("326");
      assertThat(run.items("standing", "sales", Optional.of("W"), 10))
          .extracting(FactItem::itemId)
          .containsExactly("d2");
      assertThat(run.items("open", "sales", Optional.empty(), 1)).hasSize(1);
    }
  }

  @Test
  void theParquetFileListsEveryFact(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("it's facts.parquet");
    try (KpiRun run = run()) {
      run.writeFacts(file);
    }
    assertThat(Files.size(file)).isPositive();
    try (Database reader = Database.open(folder, 1L << 28, 1)) {
      String sql =
          "select kpi || ' ' || count(*) from read_parquet(?) where kpi in ('created', 'open') "
              + "group by kpi order by kpi";
      assertThat(reader.query("facts", sql, FactsTest::text, file.toString()))
          .containsExactly("created 3", "open 2");
    }
  }

  private static String text(ResultSet row) throws java.sql.SQLException {
    return row.getString(1);
  }

  private static KpiRun run() {
    Company company = new Company(RandomCompany.BUSINESS);
    company.file(CaseFile.parse(EVENTS).changes(company.business().zone()));
    return company.run("2026-03-15T23:00:00Z");
  }
}
