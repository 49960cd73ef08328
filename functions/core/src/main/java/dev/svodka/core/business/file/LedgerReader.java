package dev.svodka.core.business.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.svodka.core.business.LedgerBalance;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code control}: balances by customer from the ledger, one CSV file a day beside the business
 * file. The day stands in a column or in the file's name.
 */
final class LedgerReader {
  private static final int MAX_BYTES = 16 << 20;
  private static final Set<String> CUSTOMER = Set.of("customer", "inn", "инн");
  private static final Set<String> BALANCE = Set.of("balance", "сальдо", "сальдо на конец");
  private static final Set<String> DAY = Set.of("date", "дата");
  private static final Set<String> CURRENCY = Set.of("currency", "валюта");
  private static final Pattern NAMED_DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})|(\\d{2}\\.\\d{2}\\.\\d{4})");
  private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Value control;
  private final List<LedgerBalance> read = new ArrayList<>();

  private LedgerReader(Value control) {
    this.control = control;
  }

  /** No file: no balances, since a ledger is closed later than invoices are issued. */
  static List<LedgerBalance> read(Value control, String glob, Path folder) {
    LedgerReader reader = new LedgerReader(control);
    if (Files.isDirectory(folder)) {
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
        files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      } catch (IOException e) {
        control.problem("the folder of the balances cannot be read", "see to its permissions");
      }
      names.sort(null);
      names.forEach(name -> reader.file(name, folder));
    }
    return reader.read;
  }

  private void file(String name, Path folder) {
    Optional<String> text = Companion.text(control, name, folder, MAX_BYTES);
    if (text.isEmpty()) {
      return;
    }
    String header = text.get().lines().findFirst().orElse("");
    char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.get())) {
      for (NamedCsvRecord row : rows) {
        row(name, row);
      }
    } catch (CsvParseException | IOException e) {
      control.problem(name + " is no CSV: " + e.getMessage(), "save it as CSV in UTF-8");
    }
  }

  private void row(String file, NamedCsvRecord row) {
    String place = file + " line " + row.getStartingLineNumber() + ": ";
    Optional<String> customer = cell(row, CUSTOMER);
    Optional<String> balance = cell(row, BALANCE);
    if (customer.isEmpty() || balance.isEmpty()) {
      control.problem(
          place + "no " + (customer.isEmpty() ? "customer" : "balance"),
          "its columns are customer (or ИНН), balance (or Сальдо), date and currency");
      return;
    }
    try {
      read.add(
          new LedgerBalance(
              customer.get(),
              day(cell(row, DAY).orElse(file)),
              cell(row, CURRENCY),
              new BigDecimal(
                  balance.get().replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.'))));
    } catch (DateTimeException | NumberFormatException e) {
      control.problem(
          place + "the date or the balance cannot be read",
          "write the date as 2026-10-31 in a column `date` or in the file's name, the balance as"
              + " 10000,50");
    }
  }

  private static LocalDate day(String text) {
    Matcher day = NAMED_DAY.matcher(text);
    if (!day.find()) {
      throw new DateTimeException("no date in " + text);
    }
    return day.group(1) != null
        ? LocalDate.parse(day.group(1))
        : LocalDate.parse(day.group(2), DOTTED);
  }

  private static Optional<String> cell(NamedCsvRecord row, Set<String> names) {
    return row.getHeader().stream()
        .filter(name -> names.contains(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .flatMap(row::findField)
        .map(String::strip)
        .filter(cell -> !cell.isEmpty());
  }
}
