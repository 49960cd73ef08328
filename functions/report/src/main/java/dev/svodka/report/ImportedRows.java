package dev.svodka.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import made of its source rows (XES: events); {@code read = imported + duplicates +
 * filtered + rejected}.
 */
public record ImportedRows(
    long read,
    long imported,
    long duplicates,
    long filtered,
    long rejected,
    SortedMap<String, Long> rejectedByReason) {
  public ImportedRows {
    rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
    if (read != imported + duplicates + filtered + rejected) {
      throw new IllegalArgumentException(
          "rows do not add up: %d read, %d imported, %d duplicates, %d filtered, %d rejected"
              .formatted(read, imported, duplicates, filtered, rejected));
    }
  }
}
