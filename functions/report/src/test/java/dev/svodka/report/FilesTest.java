package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.business.Language;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** The files beside a page: workbook, JSON and CSV hold the same tables. */
class FilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>{{x}}&]]>",
          "=cmd|'/c calc'!A0",
          "\\t=1+1",
          "\uff1d1+1",
          "\\u202Egnp.exe",
          "[a]:*?/\\\\b'",
          "\\u0000\\u0001😀" + "Ж".repeat(300));

  @ParameterizedTest
  @EnumSource(Language.class)
  void theWorkbookHoldsTheTablesCellByCell(Language language) throws IOException {
    Rendered report = write(language);
    compare(
        bytes(report, ".xlsx"),
        report.files().stream()
            .filter(file -> file.path().endsWith(".json"))
            .map(Rendered.File::content)
            .toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSameFiguresGiveTheSameBytes(Language language) {
    assertThat(bytes(write(language), ".xlsx")).isEqualTo(bytes(write(language), ".xlsx"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void namesFromOutsideStayTextsInWellFormedXml(Language language) throws Exception {
    for (String hostile : HOSTILE) {
      Rendered report =
          new ReportWriter(
                  SampleCompany.facts(
                      SampleCompany.business(hostile, hostile), SampleCompany.facts().rows()),
                  language)
              .write(ReportSpecs.shipped("weekly-conversion"));
      for (Rendered.File file : report.files()) {
        switch (file.contentType()) {
          case "application/json" -> JSON.readTree(file.content());
          case "image/svg+xml" -> wellFormed(file.content());
          default -> {}
        }
      }
      XlsxBook.parts(bytes(report, ".xlsx"))
          .forEach((part, xml) -> wellFormed(xml.getBytes(StandardCharsets.UTF_8)));
      XlsxBook.sheets(bytes(report, ".xlsx"))
          .forEach(
              (name, rows) -> {
                assertThat(name).hasSizeBetween(1, 31).doesNotContainPattern("[\\\\/?*\\[\\]:\0]");
                rows.stream()
                    .flatMap(Row::stream)
                    .filter(Objects::nonNull)
                    .forEach(FilesTest::harmless);
              });
    }
  }

  static void harmless(Cell cell) {
    assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
    if (cell.getType() == CellType.STRING) {
      assertThat(cell.asString().strip()).doesNotStartWith("=").doesNotStartWith("@");
    }
  }

  static void wellFormed(byte[] xml) {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(new String(xml, StandardCharsets.UTF_8), e);
    }
  }

  /** Without the first, and those of the items behind numbers, which are no table of the page. */
  private static List<List<Row>> tables(byte[] xlsx) {
    return XlsxBook.sheets(xlsx).entrySet().stream()
        .skip(1)
        .filter(sheet -> !sheet.getKey().endsWith("Items"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The sheets behind the first are the tables, in their order. */
  static void compare(byte[] xlsx, List<byte[]> tables) throws IOException {
    List<List<Row>> sheets = tables(xlsx);
    assertThat(sheets).hasSameSizeAs(tables).isNotEmpty();
    for (int i = 0; i < tables.size(); i++) {
      JsonNode table = JSON.readTree(tables.get(i));
      List<Row> rows = sheets.get(i);
      assertThat(rows).as("%s", table.get("title")).hasSize(table.get("rows").size() + 1);
      for (int row = 0; row < table.get("rows").size(); row++) {
        JsonNode cells = table.get("rows").get(row);
        for (int column = 0; column < cells.size(); column++) {
          same(
              table.get("columns").get(column).get("type").asText(),
              cells.get(column),
              rows.get(row + 1).getOptionalCell(column));
        }
      }
    }
  }

  /** The files of a folder have lost the order of the sheets; a table's first heads tell them. */
  static void compareInAnyOrder(byte[] xlsx, List<byte[]> tables) throws IOException {
    List<byte[]> ordered = new ArrayList<>();
    List<byte[]> left = new ArrayList<>(tables);
    for (List<Row> sheet : tables(xlsx)) {
      byte[] found = left.stream().filter(table -> fits(table, sheet)).findFirst().orElseThrow();
      left.remove(found);
      ordered.add(found);
    }
    assertThat(left).isEmpty();
    compare(xlsx, ordered);
  }

  private static boolean fits(byte[] json, List<Row> sheet) {
    try {
      JsonNode table = JSON.readTree(json);
      JsonNode first = table.get("rows").get(0);
      Row row = sheet.get(1);
      for (int i = 1; i < first.size(); i++) {
        boolean number = first.get(i).isNumber();
        if (number
            && (row.getCellCount() <= i
                || row.getCell(i).getType() != CellType.NUMBER
                || row.getCell(i).asNumber().compareTo(new BigDecimal(first.get(i).asText()))
                    != 0)) {
          return false;
        }
      }
      return sheet.size() == table.get("rows").size() + 1
          && sheet.getFirst().getCellCount() == table.get("columns").size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void same(String type, JsonNode told, Optional<Cell> cell) {
    if (told.isNull()) {
      assertThat(cell.filter(c -> c.getType() != CellType.EMPTY)).isEmpty();
    } else if (told.isNumber()) {
      assertThat(cell.orElseThrow().getType()).isEqualTo(CellType.NUMBER);
      assertThat(cell.orElseThrow().asNumber()).isEqualByComparingTo(new BigDecimal(told.asText()));
    } else if (type.equals("day") && told.asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
      assertThat(cell.orElseThrow().asDate().toLocalDate())
          .isEqualTo(LocalDate.parse(told.asText()));
    } else {
      assertThat(cell.orElseThrow().getType()).isEqualTo(CellType.STRING);
    }
  }

  private static Rendered write(Language language) {
    return new ReportWriter(SampleCompany.facts(), language)
        .write(ReportSpecs.shipped("weekly-conversion"));
  }

  private static byte[] bytes(Rendered report, String ending) {
    return report.files().stream()
        .filter(file -> file.path().endsWith(ending))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
