package dev.svodka.core.business.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.svodka.core.business.Goal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code goals}: a list here, or a CSV file beside the business file with the same columns. */
final class GoalReader {
  private static final int MAX_BYTES = 4 << 20;
  private static final List<String> COLUMNS = List.of("kpi", "process", "month", "value");

  private final Value goals;
  private final Collection<String> processes;
  private final List<Goal> read = new ArrayList<>();

  private GoalReader(Value goals, Collection<String> processes) {
    this.goals = goals;
    this.processes = processes;
  }

  static List<Goal> read(Value goals, Path folder, Collection<String> processes) {
    GoalReader reader = new GoalReader(goals, processes);
    if (goals.isText()) {
      goals.text().ifPresent(name -> reader.file(name, folder));
    } else {
      goals.list().forEach(element -> reader.element(element.section(Shape.GOAL)));
    }
    return reader.read;
  }

  private void element(Section goal) {
    Optional<String> kpi = goal.required("kpi", "win_rate").flatMap(Value::text);
    Optional<String> process =
        goal.required("process", "sales").flatMap(v -> v.reference("process", processes));
    Optional<YearMonth> month =
        goal.required("month", "2026-11")
            .flatMap(v -> v.parse(YearMonth::parse, "is no month", "write it as 2026-11"));
    Optional<BigDecimal> value = goal.required("value", "0.25").flatMap(Scalars::amount);
    if (kpi.isPresent() && process.isPresent() && month.isPresent() && value.isPresent()) {
      read.add(new Goal(kpi.get(), process.get(), goal.text("owner"), month.get(), value.get()));
    }
  }

  private void file(String name, Path folder) {
    Optional<String> text = Companion.text(goals, name, folder, MAX_BYTES);
    if (text.isEmpty()) {
      return;
    }
    String firstLine = text.get().lines().findFirst().orElse("");
    char separator = firstLine.contains(";") ? ';' : ',';
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.get())) {
      for (NamedCsvRecord row : rows) {
        row(name, row);
      }
    } catch (CsvParseException | IOException e) {
      goals.problem(name + " is no CSV: " + e.getMessage(), "save it as CSV in UTF-8");
    }
  }

  private void row(String file, NamedCsvRecord row) {
    String place = file + " line " + row.getStartingLineNumber() + ": ";
    for (String column : COLUMNS) {
      if (row.findField(column).filter(cell -> !cell.isBlank()).isEmpty()) {
        goals.problem(
            place + "no `" + column + "`", "its columns are kpi,process,owner,month,value");
        return;
      }
    }
    String process = row.getField("process").strip();
    if (!processes.contains(process)) {
      goals.problem(
          place + "there is no process `" + process + "`", Nearest.hint(process, processes));
      return;
    }
    try {
      read.add(
          new Goal(
              row.getField("kpi").strip(),
              process,
              row.findField("owner").map(String::strip).filter(owner -> !owner.isEmpty()),
              YearMonth.parse(row.getField("month").strip()),
              new BigDecimal(row.getField("value").strip())));
    } catch (DateTimeException | NumberFormatException e) {
      goals.problem(
          place + "month or value cannot be read", "write the month as 2026-11, the value as 0.25");
    }
  }
}
