package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Localized;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFileTest {
  private static final String OWN =
      """
      -- kpi: visits, visitors
      -- ru: Сколько визитов?
      -- en: How many visits?
      -- formula: # visits: all of them
      -- unit: count
      -- a line of prose
      -- en: not this one
      select 1
      -- unit: hours
      """;

  @TempDir private Path folder;

  @Test
  void theHeaderIsReadUpToTheStatement() {
    assertThat(new SqlFile("own.sql", OWN).header())
        .containsEntry("kpi", "visits, visitors")
        .containsEntry("en", "How many visits?")
        .containsEntry("formula", "# visits: all of them")
        .containsEntry("unit", "count")
        .hasSize(5);
    assertThat(new SqlFile("own.sql", "-- : x\n-- a: y\nselect 1").header())
        .hasSize(1)
        .containsEntry("a", "y");
  }

  @Test
  void statementsEndWithASemicolonAtALinesEnd() {
    SqlFile file = new SqlFile("two.sql", "select ';' as a;\nselect 2; \n\n");
    assertThat(file.statements()).containsExactly("select ';' as a", "select 2");
  }

  @Test
  void aCompanysOwnKpisStandBesideTheShippedOnes() throws IOException {
    assertThat(KpiCatalogue.with(folder)).isEqualTo(KpiCatalogue.shipped());
    Files.createDirectories(folder.resolve("kpi/web"));
    Files.writeString(
        folder.resolve("kpi/web/visits.sql"), OWN.replace("visits, ", "own_visits, own_"));
    Files.writeString(
        folder.resolve("kpi/top.sql"),
        OWN.replace("visits, visitors", "own_top")
            .replace("-- a line", "-- interval: wilson\n-- edge: None.\n-- a line"));
    Files.writeString(folder.resolve("kpi/readme.txt"), "no SQL");
    List<KpiDefinition> all = KpiCatalogue.with(folder);
    int shipped = KpiCatalogue.shipped().size();
    assertThat(all).hasSize(shipped + 2);
    KpiDefinition top = all.get(shipped);
    assertThat(top.kpis()).containsExactly("own_top");
    assertThat(top.family()).isEqualTo("own");
    assertThat(top.wilson()).isTrue();
    assertThat(top.edge()).contains(Localized.same("None."));
    KpiDefinition visits = all.getLast();
    assertThat(visits.question()).isEqualTo(new Localized("Сколько визитов?", "How many visits?"));
    assertThat(visits.wilson()).isFalse();
    assertThat(visits.edge()).isEmpty();
    assertThat(visits.unit()).isEqualTo("count");
  }

  @Test
  void shippedKpisBelongToTheirFamily() {
    assertThat(KpiCatalogue.shipped())
        .filteredOn(kpi -> kpi.kpis().contains("conversion_within"))
        .singleElement()
        .satisfies(
            kpi -> {
              assertThat(kpi.family()).isEqualTo("funnel");
              assertThat(kpi.wilson()).isTrue();
              assertThat(kpi.unit()).isEqualTo("ratio");
              assertThat(kpi.edge()).isPresent();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"kpi", "formula", "unit"})
  void aKpiWithoutItsHeaderIsToldOf(String key) {
    String line =
        OWN.lines().filter(l -> l.startsWith("-- " + key + ": ")).findFirst().orElseThrow();
    for (String text :
        List.of(OWN.replace(line, "-- x: y"), OWN.replace(line, "-- " + key + ":  "))) {
      String headerOnly = text.replace("-- en: not this one\n", "");
      assertThatThrownBy(() -> KpiCatalogue.definition(new SqlFile("own/x.sql", headerOnly)))
          .isInstanceOfSatisfying(
              SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
          .hasMessageContaining("own/x.sql:1: the header lacks «-- " + key + ": …»");
    }
  }

  @Test
  void aFileThatCannotBeReadIsToldOf() throws IOException {
    Files.createDirectories(folder.resolve("kpi"));
    Files.write(folder.resolve("kpi/x.sql"), new byte[] {(byte) 0xFF});
    assertThatThrownBy(() -> KpiCatalogue.with(folder))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("x.sql: cannot be read as UTF-8");
    assertThatThrownBy(() -> SqlFiles.read("model/none.sql"))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasMessageContaining("lacks its file model/none.sql");
    assertThat(SqlFiles.below("model"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.name()).startsWith("model/"));
  }
}
