package dev.svodka.report.page;

import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as an XLSX workbook with typed cells; the same tables give the same bytes. */
final class Workbooks {
  private static final String VERSION = "01.0000";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String NO_MOMENT = "1980-01-01T00:00:00Z";
  private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
  private static final String HEAD_GROUND = "E3E6EA";
  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;
  private static final int MOST_LINES = 20;
  private static final double LINE = 13.5;
  private static final int MEASURED_ROWS = 500;

  private final Texts texts;
  private final NumberFormats numbers;

  Workbooks(Texts texts, Formats formats) {
    this.texts = texts;
    this.numbers = new NumberFormats(texts.language(), formats);
  }

  byte[] write(AboutSheet about, List<Sheet> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetNames names = new SheetNames();
    try (Workbook book = new Workbook(out, "Svodka", VERSION)) {
      book.setGlobalDefaultFont("Arial", 10);
      Worksheet first = book.newWorksheet(names.of(about.sheet()));
      List<String> tabs = sheets.stream().map(sheet -> names.of(sheet.name())).toList();
      about(first, about, sheets, tabs);
      for (int i = 0; i < sheets.size(); i++) {
        table(book.newWorksheet(tabs.get(i)), sheets.get(i).table());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return timeless(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void about(Worksheet sheet, AboutSheet about, List<Sheet> sheets, List<String> tabs) {
    int row = 0;
    text(sheet, row, 0, about.title());
    sheet.style(row, 0).bold().fontSize(14).set();
    row += 2;
    for (List<String> fact : about.facts()) {
      row = line(sheet, row, fact);
    }
    row = part(sheet, row, "workbook.figures");
    for (List<String> figure : about.figures()) {
      row = line(sheet, row, figure);
    }
    row = part(sheet, row, "workbook.sheets");
    for (int i = 0; i < sheets.size(); i++) {
      Sheet each = sheets.get(i);
      row = line(sheet, row, List.of(tabs.get(i), each.title() + ". " + each.subtitle()));
    }
    sheet.width(0, 32);
    sheet.width(1, WIDEST);
    sheet.width(2, WIDEST);
    printed(sheet);
  }

  private int part(Worksheet sheet, int after, String key) {
    text(sheet, after + 1, 0, texts.get(key));
    sheet.style(after + 1, 0).bold().set();
    return after + 2;
  }

  private static int line(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      text(sheet, row, column, cells.get(column));
      sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
    int lines = cells.stream().skip(1).mapToInt(text -> text.length() / WIDEST + 1).max().orElse(1);
    sheet.rowHeight(row, Math.min(lines, MOST_LINES) * LINE);
    return row + 1;
  }

  private void table(Worksheet sheet, Table table) {
    int columns = table.columns().size();
    List<Type> types = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      Type type = table.type(column);
      types.add(type);
      String title = head(table.columns().get(column).title(), type);
      text(sheet, 0, column, title);
      sheet
          .style(0, column)
          .bold()
          .wrapText(true)
          .verticalAlignment("top")
          .fillColor(HEAD_GROUND)
          .horizontalAlignment(table.columns().get(column).number() ? "right" : "left")
          .set();
      sheet.width(column, width(table, column, title));
    }
    int row = 1;
    for (List<Cell> cells : table.rows()) {
      for (int column = 0; column < columns; column++) {
        cell(sheet, row, column, cells.get(column));
      }
      row++;
    }
    for (int column = 0; column < columns && row > 1; column++) {
      styles(sheet, table, column, types.get(column));
    }
    sheet.freezePane(1, 1);
    sheet.repeatRows(0);
    if (row > 1) {
      sheet.setAutoFilter(0, 0, row - 1, columns - 1);
    }
    printed(sheet);
  }

  private void styles(Worksheet sheet, Table table, int column, Type type) {
    String side = table.columns().get(column).number() ? "right" : "left";
    var all = sheet.range(1, column, table.rows().size(), column).style();
    numbers.of(type).ifPresent(all::format);
    all.horizontalAlignment(side).set();
    for (int row = 0; row < table.rows().size(); row++) {
      Type own = table.rows().get(row).get(column).type();
      if (!own.equals(type) && own.kind() != Type.Kind.TEXT) {
        var one = sheet.style(row + 1, column);
        numbers.of(own).ifPresent(one::format);
        one.set();
      }
    }
  }

  private static void printed(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private String head(String title, Type type) {
    return switch (type.kind()) {
      case HOURS -> title + ", " + texts.get("unit.hours");
      case DAYS -> title + ", " + texts.get("unit.days");
      case TEXT, DAY, COUNT, NUMBER, SHARE, MONEY -> title;
    };
  }

  private static void cell(Worksheet sheet, int row, int column, Cell cell) {
    if (cell.raw().isPresent()) {
      BigDecimal number = cell.raw().get();
      sheet.value(row, column, number);
    } else if (cell.type().kind() == Type.Kind.DAY) {
      sheet.value(row, column, LocalDate.parse(cell.file().orElseThrow()));
    } else if (!cell.blank()) {
      text(sheet, row, column, cell.text());
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.value(row, column, Harmless.text(text));
  }

  private static int width(Table table, int column, String title) {
    int longest =
        table.rows().stream()
            .limit(MEASURED_ROWS)
            .mapToInt(row -> row.get(column).text().length())
            .max()
            .orElse(0);
    return Math.clamp(Math.max(longest + 3, Math.min(title.length() + 4, 18)), NARROWEST, WIDEST);
  }

  /** The library stamps the document with the wall clock; its zip is read from its end alone. */
  private static byte[] timeless(byte[] stamped) throws IOException {
    Path file = Files.createTempFile("svodka", ".xlsx");
    try {
      Files.write(file, stamped);
      return timeless(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static byte[] timeless(Path stamped) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(stamped.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        ZipEntry plain = new ZipEntry(entry.getName());
        plain.setTimeLocal(NO_TIME);
        zip.putNextEntry(plain);
        zip.write(entry.getName().equals("docProps/core.xml") ? undated(content) : content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] undated(byte[] core) {
    return CREATED
        .matcher(new String(core, StandardCharsets.UTF_8))
        .replaceAll("$1" + NO_MOMENT)
        .getBytes(StandardCharsets.UTF_8);
  }
}
