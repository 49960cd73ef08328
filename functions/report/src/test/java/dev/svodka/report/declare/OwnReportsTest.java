package dev.svodka.report.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnReportsTest {
  private static final String BUSINESS =
      """
      account: shop
      name: Shop
      language: en
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        sales:
          title: Sales
          items: {type: deal}
          milestones: {created: {created: true}, won: {stage: [Won]}}
          funnel: [created, won]
          success: [won]
          group-by: [source]
      """;
  private static final String GOOD =
      """
      id: own-mine
      title: {ru: Моё, en: Mine}
      audience: managers
      schedule: {every: day, time: "07:00"}
      about: week
      processes: [sales]
      headlines:
        - {figure: win_rate}
      sections:
        - {id: flow, kind: periods, figures: [created, win_rate]}
        - {id: sources, kind: rates, figures: [win_rate], by: source}
        - {id: times, kind: durations, figures: [stage_time]}
        - {id: stages, kind: subject-table, figures: [standing, stage_time_median@working]}
      """;

  @TempDir private Path folder;

  @Test
  void aCompanysReportStandsBehindTheShippedOnes() throws IOException {
    own("mine.yaml", GOOD);
    List<ReportSpec> specs = ReportSpecs.of(business(), List.of());
    assertThat(specs)
        .extracting(ReportSpec::id)
        .startsWith("all-processes", "weekly-conversion")
        .endsWith("own-mine");
    ReportSpec mine = specs.getLast();
    assertThat(mine.title().ru()).isEqualTo("Моё");
    assertThat(mine.named()).containsExactly("sales");
    assertThat(ReportSpecs.of(business(), List.of("own-mine"))).containsExactly(mine);
    assertThatThrownBy(() -> ReportSpecs.of(business(), List.of("own-yours")))
        .hasMessageContaining("there is no report «own-yours»; known are all-processes, act-today");
  }

  @Test
  void aTitleInOneLanguageStandsForBoth() throws IOException {
    own("mine.yaml", GOOD.replace("{ru: Моё, en: Mine}", "Mine alone"));
    assertThat(OwnReports.in(business()).getFirst().title().ru()).isEqualTo("Mine alone");
  }

  @Test
  void noShippedReportLooksLikeACompanysOwn() {
    assertThat(ReportSpecs.SHIPPED).noneMatch(id -> id.startsWith(OwnRules.PREFIX));
  }

  @Test
  void errorsNameFileLineAndFix() throws IOException {
    wrong(
        "id: own-mine",
        "id: mine",
        ":1:5: a company's own report is called own-…; call it own-mine");
    wrong("id: own-mine", "id: weekly-conversion", ":1:5: a company's own report is called own-");
    wrong("[sales]", "[sale]", ":6:12: the business file has no process «sale»; it has sales");
    wrong("{figure: win_rate}", "{figure: own_rate}", ":8:14: there is no figure «own_rate»");
    wrong(
        "{figure: win_rate}",
        "{figure: stage_time_median}",
        ":8:14: «stage_time_median» is in hours");
    wrong("[created, win_rate]", "[]", ":10:22: name the «figures» that it shows");
    wrong(
        "rates, figures: [win_rate]",
        "rates, figures: [created]",
        ":11:",
        "«created» is in count; here stand figures in ratio");
    wrong("by: source", "by: colour", ":11:", "not grouped by «colour» but by ", "source");
    wrong("[stage_time]", "[stage]", ":12:", "there is no figure «stage_median»");
    wrong("id: times", "id: flow", ":12:5: «flow» is the id of two sections");
    wrong("en: Mine", "de: Meins", ":2:", "unknown field «de»");
    own("mine.yaml", GOOD);
    own("more.yaml", GOOD);
    assertThatThrownBy(() -> OwnReports.in(business()))
        .hasMessageContaining("more.yaml: «own-mine» is the id of")
        .hasMessageContaining("mine.yaml already; give one of them another");
  }

  private void wrong(String from, String to, String... said) throws IOException {
    assertThat(GOOD).contains(from);
    own("mine.yaml", GOOD.replace(from, to));
    assertThatThrownBy(() -> OwnReports.in(business()))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("mine.yaml")
        .hasMessageContainingAll(said);
  }

  private Business business() {
    return BusinessFile.business(
        BusinessFile.parse(BUSINESS.getBytes(StandardCharsets.UTF_8), folder), "business.yaml");
  }

  private void own(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("report")).resolve(name), text);
  }
}
