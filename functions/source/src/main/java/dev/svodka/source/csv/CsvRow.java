package dev.svodka.source.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The row that a {@link CsvTable} stands at; it is filled anew for each row, and only the wanted
 * columns become strings, with the white space around them gone.
 */
public final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  /** A row of more characters is refused. */
  public static final int MAX_ROW_CHARS = 1 << 20;

  /** A wanted cell of more characters is refused. */
  public static final int MAX_CELL_CHARS = 8_192;

  private final int[] slots;
  private final @Nullable String[] values;
  private long before;
  private long line;
  private int columns;
  private long chars;
  private int longCell;
  private int nulCell;

  /**
   * @param slots column ▶ the slot that its cell is wanted in, or -1
   * @param size number of slots
   */
  CsvRow(int[] slots, int size) {
    this.slots = slots;
    this.values = new String[size];
  }

  /** Lines are counted on from this one. */
  void after(long lines) {
    before = lines;
  }

  /** The cells by slot; null where the row is too short to have one. Not to be kept or changed. */
  public @Nullable String[] values() {
    return values;
  }

  /** The physical line, from 1, on which the row begins. */
  public long line() {
    return line;
  }

  public int columns() {
    return columns;
  }

  public boolean tooLong() {
    return chars > MAX_ROW_CHARS;
  }

  /** The first wanted column whose cell is too long, or -1. */
  public int longCell() {
    return longCell;
  }

  /** The first wanted column whose cell holds a NUL character, or -1. */
  public int nulCell() {
    return nulCell;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = before + startingLine;
    columns = 0;
    chars = 0;
    longCell = -1;
    nulCell = -1;
    Arrays.fill(values, null);
  }

  @Override
  protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
    columns++;
    chars += length + 1L;
    if (column >= slots.length || slots[column] < 0) {
      return;
    }
    int start = offset;
    int end = offset + length;
    while (start < end && blank(buffer[start])) {
      start++;
    }
    while (end > start && blank(buffer[end - 1])) {
      end--;
    }
    if (end - start > MAX_CELL_CHARS) {
      longCell = longCell < 0 ? column : longCell;
      return;
    }
    for (int i = start; i < end; i++) {
      if (buffer[i] == 0) {
        nulCell = nulCell < 0 ? column : nulCell;
        return;
      }
    }
    values[slots[column]] = start == end ? "" : new String(buffer, start, end - start);
  }

  /** White space, and the no-break spaces that spreadsheets leave. */
  private static boolean blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > 0x7F && Character.isSpaceChar(c));
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }
}
