package dev.svodka.source.imports;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the source rows (XES: events; JSON Lines: lines) of an import. They close: read =
 * imported + duplicates + filtered + rejected.
 *
 * @param read all that were read
 * @param imported rows that gave at least one event that no earlier file of the import gave
 * @param duplicates rows all of whose events an earlier file of the import gave; of events that
 *     tell their {@code event_id}, also those that tell it again
 * @param filtered rows that {@code only} or {@code stage-prefix} leaves out
 * @param rejected rows that gave no event because something in them is wrong
 * @param rejectedByReason the rejected, by reason
 * @param events given; a row can give several
 */
public record ImportCounts(
    long read,
    long imported,
    long duplicates,
    long filtered,
    long rejected,
    SortedMap<String, Long> rejectedByReason,
    long events) {
  public ImportCounts {
    rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
    if (read != imported + duplicates + filtered + rejected) {
      throw new IllegalArgumentException(
          "the rows do not close: read "
              + read
              + ", imported "
              + imported
              + ", duplicates "
              + duplicates
              + ", filtered "
              + filtered
              + ", rejected "
              + rejected);
    }
    long byReason = rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
    if (rejected != byReason) {
      throw new IllegalArgumentException(
          "rejected is " + rejected + ", by reason " + byReason + ": the sums do not close");
    }
  }
}
