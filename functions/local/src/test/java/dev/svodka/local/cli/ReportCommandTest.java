package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
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
          milestones: {created: {created: true}, won: {stage: [Won]}, lost: {stage: [Lost]}}
          funnel: [created, won]
          success: [won]
          failure: [lost]
      imports:
        - files: "deals*.csv"
          format: csv
          item: {type: deal, id: "{id}"}
          events:
            - {kind: created, at: "{begun}"}
            - {kind: moved, at: "{ended}", stage: "{stage}"}
      """;
  private static final String DEALS =
      """
      id,begun,ended,stage
      1,2026-11-02,2026-11-09,Won
      2,2026-11-02,2026-11-10,Lost
      3,2026-11-03,2026-11-12,Won
      4,2026-11-04,,
      5,,,
      6,2026-11-31,,
      """;

  @TempDir private Path folder;
  private final RecordedTerminal terminal = new RecordedTerminal();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("business.yaml"), BUSINESS);
    Files.writeString(folder.resolve("deals.csv"), DEALS);
  }

  @Test
  void aHistoryFileBecomesReportsAndEveryRejectedRowIsTold() throws IOException {
    assertThat(report("deals.csv", "--language", "en")).as(terminal.err()).isZero();
    Path made = folder.resolve("out/shop");
    assertThat(made.resolve("kpis.json"))
        .content()
        .contains(
            "{\"kpi\":\"created\",\"process\":\"sales\",\"subject\":null,\"period\":\"all\",\"group\":{},\"unit\":\"count\",\"value\":4")
        .contains("\"as_of\":\"2026-11-12T21:00:00Z\"");
    assertThat(made.resolve("rejects.csv"))
        .content()
        .contains("deals.csv,6,begun,")
        .contains("deals.csv,7,begun,");
    assertThat(made.resolve("data-quality.json"))
        .content()
        .contains("\"read\":6,\"imported\":4,\"duplicates\":0,\"filtered\":0,\"rejected\":2");
    assertThat(made.resolve("index.en.html")).isNotEmptyFile();
    assertThat(made.resolve("index.ru.html")).doesNotExist();
    assertThat(terminal.out())
        .contains("as of 2026-11-13T00:00+03:00, the end of the day of the last event")
        .contains(made.resolve("index.en.html").toString());
  }

  @Test
  void aDayAsAsOfSeesAllOfThatDayAndNothingLater() {
    assertThat(report("deals.csv", "--as-of", "2026-11-09")).as(terminal.err()).isZero();
    assertThat(folder.resolve("out/shop/kpis.json"))
        .content()
        .contains("\"as_of\":\"2026-11-09T21:00:00Z\"")
        .contains(
            "{\"kpi\":\"succeeded\",\"process\":\"sales\",\"subject\":null,\"period\":\"all\",\"group\":{},\"unit\":\"count\",\"value\":1");
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    assertThat(report("deals.csv")).isZero();
    byte[] first = Files.readAllBytes(folder.resolve("out/shop/kpis.json"));
    assertThat(report("deals.csv")).isZero();
    assertThat(folder.resolve("out/shop/kpis.json")).hasBinaryContent(first);
  }

  @Test
  void aWrongCallLeavesNothingBehind() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("unknown.csv"), DEALS);
    assertThat(report("unknown.csv")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains("no rule under `imports` reads unknown.csv");
    assertThat(report("missing.csv")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains("missing.csv: there is no such file");
    assertThat(report("deals.csv", "--reports", "nonsense")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(report("deals.csv", "--as-of", "yesterday")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void aWrongBusinessFileIsToldWithLineAndColumn() throws IOException {
    Path business = folder.resolve("business.yaml");
    Files.writeString(
        business, BUSINESS.replace("funnel: [created, won]", "funnel: [created, one]"));
    assertThat(terminal.run("check", business.toString())).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains(business + ":11:").contains("one");
    assertThat(report("deals.csv")).isEqualTo(ExitStatus.WRONG_INPUT);
  }

  @Test
  void importingTheSameFileTwiceLeavesOneFileInTheLake() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThat(
              terminal.run(
                  "import",
                  "--business",
                  folder.resolve("business.yaml").toString(),
                  "--events",
                  folder.resolve("deals.csv").toString(),
                  "--lake",
                  folder.resolve("lake").toString()))
          .as(terminal.err())
          .isZero();
    }
    assertThat(terminal.out())
        .contains("read 6 rows: 4 imported, 0 duplicates, 0 filtered, 2 rejected");
    assertThat(folder.resolve("lake/rejects.csv")).isNotEmptyFile();
    try (var files = Files.walk(folder.resolve("lake"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".arrow"))).hasSize(1);
    }
  }

  private int report(String events, String... more) {
    String[] arguments = new String[7 + more.length];
    arguments[0] = "report";
    arguments[1] = "--business";
    arguments[2] = folder.resolve("business.yaml").toString();
    arguments[3] = "--events";
    arguments[4] = folder.resolve(events).toString();
    arguments[5] = "--out";
    arguments[6] = folder.resolve("out").toString();
    System.arraycopy(more, 0, arguments, 7, more.length);
    return terminal.run(arguments);
  }
}
