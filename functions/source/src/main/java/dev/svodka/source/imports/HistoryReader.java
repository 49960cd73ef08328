package dev.svodka.source.imports;

import java.io.IOException;

/** A history file that has been gone through once, and found to be readable from start to end. */
interface HistoryReader {
  /** Goes through the file and gives what its rows give. */
  void give(RowEvents events, Tally tally) throws IOException;
}
