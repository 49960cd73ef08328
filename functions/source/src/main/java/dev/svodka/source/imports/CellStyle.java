package dev.svodka.source.imports;

import java.util.Map;

/**
 * How the file writes dates and numbers.
 *
 * @param moments template of a date, as the business file writes it ▶ how its texts are read
 */
record CellStyle(Map<String, Moments> moments, Moments otherwise, boolean decimalComma) {
  CellStyle {
    moments = Map.copyOf(moments);
  }

  Moments moments(Cell cell) {
    return moments.getOrDefault(cell.toString(), otherwise);
  }
}
