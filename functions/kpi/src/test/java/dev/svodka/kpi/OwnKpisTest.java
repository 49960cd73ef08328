package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKpisTest {
  private static final String HEADER =
      """
      -- kpi: own_big
      -- name: Big deals
      -- ru: Сколько крупных сделок?
      -- formula: # deals of 10 and more
      -- unit: count
      """;
  private static final String QUERY =
      """
      select 'own_big' as kpi, process, cast(null as int) as subject, 0 as period, null as dimension, null as grp,
        null as currency, null as clock, count(*) as value, null as numerator, null as denominator, null as n
      from process_items
      where amount >= 10
      group by process
      """;

  @TempDir private Path folder;

  @Test
  void anOwnKpiIsAFigureLikeOurs() throws IOException {
    own("big.sql", HEADER + QUERY.strip() + ";\n-- that is all\n");
    try (KpiRun run = company().run("2026-04-20T22:00:00Z")) {
      assertThat(run.brokenInvariants()).isEmpty();
      KpiRow row =
          run.rows().stream().filter(r -> r.kpi().equals("own_big")).findFirst().orElseThrow();
      assertThat(row.unit()).isEqualTo("count");
      assertThat(row.period()).isEqualTo("all");
      assertThat(row.value().orElseThrow()).isPositive();
    }
    assertThat(KpiCatalogue.with(folder))
        .last()
        .satisfies(
            kpi -> {
              assertThat(kpi.family()).isEqualTo("own");
              assertThat(kpi.name().orElseThrow().ru()).isEqualTo("Big deals");
              assertThat(kpi.question().en()).isEqualTo("Сколько крупных сделок?");
              assertThat(kpi.edge()).isEmpty();
            });
  }

  @Test
  void noShippedKpiLooksLikeACompanysOwn() {
    assertThat(KpiCatalogue.shipped().stream().flatMap(kpi -> kpi.kpis().stream()))
        .noneMatch(id -> id.startsWith(OwnKpis.PREFIX));
  }

  @Test
  void aHeaderThatIsWrongIsToldWithLineAndFix() throws IOException {
    refusedHeader(
        "own_big",
        "win_rate",
        ":1: «win_rate» is one of Svodka's own KPIs; call yours own_win_rate");
    refusedHeader("own_big", "big", ":1: «big»: a company's KPI is called own_");
    refusedHeader("own_big", "own_Big", ":1: «own_Big»");
    refusedHeader("-- kpi: own_big\n", "", ":1: the header lacks «-- kpi: …»");
    refusedHeader("unit: count", "unit: pieces", ":5: «pieces» is no unit; known are count, ratio");
    refusedHeader("-- formula:", "-- how:", ":1: the header lacks «-- formula: …»; add that line");
    own("big.sql", HEADER + QUERY);
    own("more/big.sql", HEADER + QUERY);
    assertThatThrownBy(() -> KpiCatalogue.with(folder))
        .hasMessageContaining("more/big.sql:1: «own_big» is in ")
        .hasMessageContaining("give one of them another id");
  }

  @Test
  void sqlThatIsWrongIsToldWithLine() throws IOException {
    refused(QUERY.replace("amount >=", "price >="), ":9: .*\"price\" not found");
    refused(QUERY.replace("where amount", "where where amount"), ":9: syntax error");
    refused(QUERY.replace("from process_items", "from prices"), ":8: .*prices does not exist");
    refused(QUERY.replace("as clock", "as watch"), ":6: the query lacks clock; return every one");
    refused(QUERY.replace("'own_big' as", "'own_small' as"), ":1: .*«own_small», which the header");
    refused(QUERY.replace("0 as period", "999 as period"), ":6: a figure is of no period");
    refused(
        QUERY.replace("count(*) as value", "'many' as value"), ":6: a figure is no number: many");
    refused(
        QUERY.replace("count(*) as", "cast('x' || count(*) as int) as"), ":6: Conversion Error");
    refused(
        QUERY + "union all\n" + QUERY,
        ":6: the query returns «own_big» of .* in all twice for one group");
    refused("", ":6: a KPI is one query");
  }

  @Test
  void anOwnKpiReachesNoFileAndChangesNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    refused("drop table process_items", "one query and nothing else");
    refused(QUERY.strip() + ";\ndrop table process_items", "one query and nothing else");
    refused(QUERY.strip() + ") k; drop table events; select * from (" + QUERY, "syntax error");
    refused("copy (" + QUERY + ") to '" + folder.resolve("out.csv") + "'", "one query");
    refused("set memory_limit = '1GB'", "one query and nothing else");
    refused("attach '" + folder.resolve("x.db") + "'", "one query and nothing else");
    refused(
        "with gone as (delete from texts returning text_id)\n" + QUERY + "having count(*) > 0",
        "read-only|data-modifying");
    String read = "(select 1 as process, 10 as amount from read_text('" + secret + "')) read";
    refused(QUERY.replace("process_items", read), "Cannot access file");
    refused("select * from '" + secret + "'", "does not exist");
    assertThat(folder.resolve("out.csv")).doesNotExist();
    assertThat(folder.resolve("x.db")).doesNotExist();
  }

  private void refusedHeader(String from, String to, String said) throws IOException {
    own("big.sql", HEADER.replace(from, to) + QUERY);
    assertThatThrownBy(() -> KpiCatalogue.with(folder))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("big.sql" + said);
  }

  private void refused(String query, String said) throws IOException {
    own("big.sql", HEADER + query);
    Company company = company();
    assertThatThrownBy(() -> company.run("2026-04-20T22:00:00Z").close())
        .isInstanceOfSatisfying(
            SvodkaException.class,
            e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.INPUT_INVALID))
        .message()
        .containsPattern("big\\.sql:\\d+: ")
        .containsPattern(said);
  }

  private Company company() {
    return new Company(RandomCompany.BUSINESS, folder).file(RandomCompany.events(3, 20));
  }

  private void own(String name, String text) throws IOException {
    Path file = folder.resolve("kpi").resolve(name);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    Files.writeString(file, text);
  }
}
