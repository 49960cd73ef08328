package dev.svodka.local.init;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Drafts a business file from a table of items: its header, and the values of its first rows. */
public final class CsvDraft {
  private static final int ROWS = 20_000;
  private static final int MAX_BYTES = 64 << 20;
  private static final List<String> WON =
      List.of("won", "success", "paid", "успешно", "выигра", "оплачен");
  private static final List<String> LOST =
      List.of("lost", "fail", "cancel", "не реализ", "проигр", "отказ", "отмен");

  private final Path file;
  private final List<Column> columns;
  private final Draft draft = new Draft();

  private CsvDraft(Path file, List<Column> columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * The draft.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} where no column tells the item or when
   *     something happened
   */
  public static Draft of(Path file) throws IOException {
    return new CsvDraft(file, columns(file)).write();
  }

  private Draft write() {
    Column id =
        find(column -> column.isUnique() && column.isCalled("id", "номер", "number", "№", "код"))
            .or(() -> find(Column::isUnique))
            .orElseThrow(
                () -> invalid("no column is different in every row: which one tells the item?"));
    List<Column> dates = columns.stream().filter(Column::isDate).toList();
    Column begin =
        dates.stream()
            .filter(column -> column.isCalled("creat", "start", "begin", "engage", "созд", "нач"))
            .findFirst()
            .or(() -> dates.stream().findFirst())
            .orElseThrow(() -> invalid("no column holds dates: when did something happen?"));
    Optional<Column> end =
        dates.stream()
            .filter(column -> column != begin)
            .filter(
                column ->
                    column.isCalled(
                        "clos", "end", "finish", "done", "paid", "закр", "оконч", "оплат"))
            .findFirst()
            .or(() -> dates.stream().filter(column -> column != begin).findFirst());
    Optional<Column> stage =
        find(
            c -> c.isChoice() && c.isCalled("stage", "status", "state", "этап", "статус", "стади"));
    draft.company(file);
    process(stage);
    draft.line("");
    draft.line("imports:");
    imports(id, begin, end, stage);
    return draft;
  }

  private void process(Optional<Column> stage) {
    draft.line("  items:");
    draft.guess("    title: {ru: Процесс, en: Process}", "what happens to a row");
    draft.line("    items: {type: item}");
    draft.line("    milestones:");
    draft.line("      created: {created: true}");
    List<String> values = stage.map(Column::values).orElse(List.of());
    List<String> won =
        values.stream().filter(value -> says(value, WON) && !says(value, LOST)).toList();
    List<String> lost = values.stream().filter(value -> says(value, LOST)).toList();
    Draft.Ids ids = new Draft.Ids("created", "won", "lost");
    for (String value : values) {
      if (!won.contains(value) && !lost.contains(value)) {
        draft.line("      %s: {stage: %s}".formatted(ids.of(value), Draft.list(List.of(value))));
      }
    }
    if (!won.isEmpty()) {
      draft.guess("      won: {stage: " + Draft.list(won) + "}", "what a good end is called");
    }
    if (!lost.isEmpty()) {
      draft.guess("      lost: {stage: " + Draft.list(lost) + "}", "what a bad end is called");
    }
    if (!won.isEmpty()) {
      draft.line("    funnel: [created, won]");
      draft.line("    success: [won]");
    }
    if (!lost.isEmpty()) {
      draft.line("    failure: [lost]");
    }
  }

  private void imports(Column id, Column begin, Optional<Column> end, Optional<Column> stage) {
    draft.line("  - files: " + Draft.quoted(file.getFileName().toString()));
    draft.line("    format: csv");
    draft.guess("    item: {type: item, id: " + cell(id) + "}", "different in every row");
    find(c ->
            c.isChoice()
                && c.isCalled("owner", "agent", "manager", "менедж", "ответств", "сотрудн"))
        .ifPresent(owner -> draft.guess("    owner: " + cell(owner), "by its name"));
    find(c ->
            c.isNumber()
                && c.isCalled("amount", "value", "sum", "price", "сумм", "бюджет", "стоим"))
        .ifPresent(amount -> draft.guess("    amount: " + cell(amount), "by its name"));
    draft.line("    events:");
    draft.guess("      - {kind: created, at: " + cell(begin) + "}", "the first of the dates");
    end.ifPresent(
        last ->
            stage.ifPresent(
                column ->
                    draft.guess(
                        "      - {kind: moved, at: "
                            + cell(last)
                            + ", stage: "
                            + cell(column)
                            + "}",
                        "the stage it came to, and when")));
  }

  private Optional<Column> find(Predicate<Column> wanted) {
    return columns.stream().filter(wanted).findFirst();
  }

  private static boolean says(String value, List<String> words) {
    String lower = value.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }

  private static String cell(Column column) {
    return Draft.quoted("{" + column.name() + "}");
  }

  private static List<Column> columns(Path file) throws IOException {
    String text = text(file);
    List<Column> columns = new ArrayList<>();
    char delimiter = delimiter(text);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (rows.hasNext()) {
        rows.next().getFields().forEach(name -> columns.add(new Column(name.strip())));
      }
      for (int row = 0; row < ROWS && rows.hasNext(); row++) {
        List<String> cells = rows.next().getFields();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
          columns.get(i).see(cells.get(i));
        }
      }
    } catch (CsvParseException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, file + ": is no table that can be read", e);
    }
    if (columns.size() < 2) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID, file + ": has fewer than two columns; is it a table?");
    }
    return columns;
  }

  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      best = count(header, each) > count(header, best) ? each : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String text(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, Charset.forName("windows-1251"));
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private SvodkaException invalid(String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, file + ": " + what);
  }
}
