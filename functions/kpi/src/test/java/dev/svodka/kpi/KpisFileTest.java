package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.kpi.diff.KpisDiff;
import dev.svodka.kpi.diff.KpisFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KpisFileTest {
  @Test
  void whatARunWritesIsReadBackAsItsFigures() throws IOException {
    Company company = new Company(RandomCompany.BUSINESS).file(RandomCompany.events(4, 60));
    try (KpiRun run = company.run("2026-04-20T22:00:00Z")) {
      KpisFile read =
          KpisFile.read(
              "kpis.json",
              new ByteArrayInputStream(Company.json(run).getBytes(StandardCharsets.UTF_8)));
      KpisFile made = KpisFile.of(run, read.head().version());
      assertThat(read).isEqualTo(made);
      assertThat(KpisDiff.between(made, read).unchanged()).isEqualTo(run.rows().size());
    }
  }
}
