package dev.svodka.source.imports;

/** Takes the rows that give no event because something in them is wrong, one by one. */
@FunctionalInterface
public interface RejectSink {
  /**
   * One rejected row.
   *
   * @param file the file's name
   * @param line physical line, from 1, on which the row (XES: the event) begins
   * @param field the column or attribute that is wrong; empty where it is the row itself
   * @param reason in plain words; never holds a value of the row, which may be a person's
   */
  void reject(String file, long line, String field, String reason);
}
