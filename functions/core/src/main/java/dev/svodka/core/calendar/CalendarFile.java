package dev.svodka.core.calendar;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A company's own calendar: lines {@code date,kind} with a date such as {@code 2026-05-01} and
 * {@code off}, {@code short} or {@code working}, under the header {@code date,kind}. Days that it
 * does not name are what their day of the week makes them; years that it names no day of are
 * provisional.
 */
final class CalendarFile {
  private static final int MAX_LINES = 50_000;
  private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");

  private CalendarFile() {}

  /**
   * Reads the text of such a file.
   *
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} with file, line and fix
   */
  static WorkCalendar read(String name, String text) {
    Map<LocalDate, DayKind> days = new HashMap<>();
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || (i == 0 && line.startsWith("date"))) {
        continue;
      }
      String[] cells = SEPARATOR.split(line, -1);
      if (cells.length != 2) {
        throw wrong(name, i, "is no `date,kind`");
      }
      if (days.put(date(name, i, cells[0]), kind(name, i, cells[1])) != null) {
        throw wrong(name, i, "names a day for the second time");
      }
    }
    if (days.isEmpty()) {
      throw wrong(name, 0, "and those after it name no day");
    }
    int first = days.keySet().stream().mapToInt(LocalDate::getYear).min().orElseThrow();
    int last = days.keySet().stream().mapToInt(LocalDate::getYear).max().orElseThrow();
    return new PublishedCalendar(first, last, days, WeekCalendar.INSTANCE);
  }

  private static LocalDate date(String name, int line, String cell) {
    try {
      return LocalDate.parse(cell.strip());
    } catch (DateTimeException e) {
      throw wrong(name, line, "has no date such as 2026-05-01");
    }
  }

  private static DayKind kind(String name, int line, String cell) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "off" -> DayKind.OFF;
      case "short" -> DayKind.SHORT;
      case "working", "work" -> DayKind.WORKING;
      default -> throw wrong(name, line, "has another kind than off, short, working");
    };
  }

  private static SvodkaException wrong(String name, int line, String complaint) {
    return new SvodkaException(
        ErrorCode.BUSINESS_FILE_INVALID,
        name + ":" + (line + 1) + ": the line " + complaint + "; write `2026-05-01,off`");
  }
}
