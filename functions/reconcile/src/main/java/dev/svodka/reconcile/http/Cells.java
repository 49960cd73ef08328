package dev.svodka.reconcile.http;

import java.util.Optional;

/**
 * Small values that several functions share, written on the condition that nobody wrote meanwhile.
 *
 * <p>Every method throws {@link dev.svodka.core.error.SvodkaException} with {@code
 * STORE_UNAVAILABLE} where the store does not answer.
 */
public interface Cells {
  /** A value and how often it has been written. */
  record Cell(long value, long version) {
    /** What nobody has written yet. */
    public static final Cell NEW = new Cell(0, 0);
  }

  Optional<Cell> read(String account, String name);

  /**
   * Writes the value.
   *
   * @param seen version of the cell that the writer read
   * @return false where somebody else has written since: read again
   */
  boolean write(String account, String name, long value, long seen);
}
