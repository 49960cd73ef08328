package dev.svodka.source.imports;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.csv.CsvRow;
import dev.svodka.source.xes.XesHandler;
import org.jspecify.annotations.Nullable;

/** Fills a row for each event of a log: what its trace says and what it says itself. */
final class XesRow implements XesHandler {
  private final String file;
  private final XesNames names;
  private final Rows rows;
  private final @Nullable String[] values;
  private final int[] eventSlots;
  private int eventSize;
  private final int[] traceSlots;
  private int traceSize;
  private long line;
  private int trace = -1;
  private int place = -1;
  private boolean inTrace;
  private String longInTrace = "";
  private String longInEvent = "";

  XesRow(String file, XesNames names, Rows rows) {
    this.file = file;
    this.names = names;
    this.rows = rows;
    this.values = new String[names.capacity()];
    this.eventSlots = new int[names.capacity()];
    this.traceSlots = new int[names.capacity()];
  }

  /** Takes each event; what it is given is filled anew for the next. */
  interface Rows {
    void row(XesRow row);
  }

  @Nullable String[] values() {
    return values;
  }

  long line() {
    return line;
  }

  /** The number in the log, from 0, of the trace that the event is in; -1 where it is in none. */
  int traceNumber() {
    return inTrace ? trace : -1;
  }

  /** The number of the event in its trace, from 0. */
  int place() {
    return place;
  }

  /** The attribute whose value is too long to be read; empty where there is none. */
  String longValue() {
    return longInTrace.isEmpty() ? longInEvent : longInTrace;
  }

  @Override
  public void trace() {
    trace++;
    place = -1;
    inTrace = true;
  }

  @Override
  public void traceAttribute(String key, String value, boolean afterEvents) {
    int slot = names.ofTrace(key);
    if (slot < 0) {
      return;
    }
    if (afterEvents) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file
              + ": near line "
              + line
              + ": a trace has its attribute "
              + key
              + " after its events; IEEE 1849 wants attributes first");
    }
    if (value.length() > CsvRow.MAX_CELL_CHARS) {
      longInTrace = KeptNames.CASE + key;
      return;
    }
    if (values[slot] == null) {
      traceSlots[traceSize++] = slot;
    }
    values[slot] = value.strip();
  }

  @Override
  public void event(long eventLine) {
    line = eventLine;
    place++;
  }

  @Override
  public void eventAttribute(String key, String value) {
    int slot = names.ofEvent(key);
    if (slot < 0) {
      return;
    }
    if (value.length() > CsvRow.MAX_CELL_CHARS) {
      longInEvent = key;
      return;
    }
    if (values[slot] == null) {
      eventSlots[eventSize++] = slot;
    }
    values[slot] = value.strip();
  }

  @Override
  public void eventEnd() {
    rows.row(this);
    eventSize = clear(eventSlots, eventSize);
    longInEvent = "";
  }

  @Override
  public void traceEnd() {
    inTrace = false;
    traceSize = clear(traceSlots, traceSize);
    longInTrace = "";
  }

  private int clear(int[] slots, int size) {
    for (int i = 0; i < size; i++) {
      values[slots[i]] = null;
    }
    return 0;
  }
}
