package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule.Dialect;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out over a whole file how it writes dates and numbers, where the import does not say. Where
 * the values leave it open, the file is refused: a guess would be wrong without a word.
 */
final class CellStyles {
  private final String file;
  private final Dialect dialect;
  private final ZoneId zone;
  private final List<DateColumn> dates = new ArrayList<>();
  private final List<Cell> amounts;

  private long dayFirst;
  private long monthFirst;
  private long eitherOrder;
  private long point;
  private long comma;
  private long eitherMark;

  CellStyles(String file, Dialect dialect, ZoneId zone, List<Cell> dates, List<Cell> amounts) {
    this.file = file;
    this.dialect = dialect;
    this.zone = dialect.zone().orElse(zone);
    dates.forEach(cell -> this.dates.add(new DateColumn(cell)));
    this.amounts = List.copyOf(amounts);
  }

  private static final class DateColumn {
    private final Cell cell;
    private boolean epoch;
    private boolean other;

    DateColumn(Cell cell) {
      this.cell = cell;
    }
  }

  /** Whether the rows have to be looked at. */
  boolean open() {
    return (dialect.dates().isEmpty() && !dates.isEmpty())
        || (dialect.decimalComma().isEmpty() && !amounts.isEmpty());
  }

  void look(@Nullable String[] row, long line) {
    for (DateColumn date : dates) {
      String text = date.cell.read(row);
      if (text != null && !text.isEmpty()) {
        look(date, new DateShape(text), line);
      }
    }
    for (Cell amount : amounts) {
      String text = amount.read(row);
      if (text != null && !text.isEmpty()) {
        look(AmountShape.mark(text), line);
      }
    }
  }

  private void look(DateColumn column, DateShape shape, long line) {
    if (shape.digitsOnly()) {
      column.epoch = true;
      return;
    }
    column.other = true;
    if (!shape.ordered()
        || shape.sameBothWays()
        || (shape.dayFirstOnly() && shape.monthFirstOnly())) {
      return;
    }
    if (shape.dayFirstOnly()) {
      dayFirst = first(dayFirst, line);
    } else if (shape.monthFirstOnly()) {
      monthFirst = first(monthFirst, line);
    } else {
      eitherOrder = first(eitherOrder, line);
    }
  }

  private void look(AmountShape.Mark mark, long line) {
    switch (mark) {
      case POINT -> point = first(point, line);
      case COMMA -> comma = first(comma, line);
      case EITHER -> eitherMark = first(eitherMark, line);
      case NEITHER -> {}
    }
  }

  private static long first(long known, long line) {
    return known == 0 ? line : known;
  }

  /**
   * What was found.
   *
   * @throws SvodkaException where two readings fit
   */
  CellStyle found() {
    if (dialect.dates().isPresent()) {
      return new CellStyle(Map.of(), pattern(dialect.dates().get()), decimalComma());
    }
    boolean month = monthFirst();
    Map<String, Moments> moments = new HashMap<>();
    for (DateColumn date : dates) {
      moments.put(date.cell.toString(), Moments.byShape(zone, month, date.epoch && !date.other));
    }
    return new CellStyle(moments, Moments.byShape(zone, month, false), decimalComma());
  }

  private Moments pattern(String pattern) {
    try {
      return Moments.byPattern(pattern, zone);
    } catch (IllegalArgumentException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file
              + ": `dates: \""
              + pattern
              + "\"` is no date pattern; write it like \"dd.MM.yyyy HH:mm\" or \"M/d/yyyy\"",
          e);
    }
  }

  private boolean monthFirst() {
    if (dayFirst > 0 && monthFirst > 0) {
      throw open(
          "line "
              + dayFirst
              + " has a date with the day first, line "
              + monthFirst
              + " with the month first",
          "dates: \"d/M/yyyy\"` or `dates: \"M/d/yyyy\"");
    }
    if (dayFirst == 0 && monthFirst == 0 && eitherOrder > 0) {
      throw open(
          "the dates, such as on line " + eitherOrder + ", fit both day first and month first",
          "dates: \"d/M/yyyy\"` or `dates: \"M/d/yyyy\"");
    }
    return monthFirst > 0;
  }

  private boolean decimalComma() {
    if (dialect.decimalComma().isPresent()) {
      return dialect.decimalComma().get();
    }
    if (point > 0 && comma > 0) {
      throw open(
          "line "
              + point
              + " has an amount with a decimal point, line "
              + comma
              + " with a decimal comma",
          "decimal-comma: true` or `decimal-comma: false");
    }
    if (point == 0 && comma == 0 && eitherMark > 0) {
      throw open(
          "the amounts, such as on line "
              + eitherMark
              + ", fit both a decimal comma and a decimal point",
          "decimal-comma: true` or `decimal-comma: false");
    }
    return comma > 0;
  }

  private SvodkaException open(String what, String fix) {
    return new SvodkaException(
        ErrorCode.INPUT_INVALID, file + ": " + what + ": say `" + fix + "` in its import");
  }
}
