package dev.svodka.kpi;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good the data behind the figures are.
 *
 * @param events events used, duplicates removed
 * @param duplicates rows that told an event again: repeats, and changes told by hook and by API
 * @param late events that came on a later local day than they happened
 * @param unknownStages events that name a stage which no milestone of any process that they belong
 *     to knows
 * @param negativeIntervals interval runs that end before they begin
 * @param begunBeforeHistory items of the processes whose creation nobody told
 * @param noDueDate invoices that nobody told a due date of and that no terms give one
 * @param unmatchedPayments payments that pay no invoice
 * @param lastEvent source ▶ when it was last heard of, by the time of the event
 */
public record DataQuality(
    long events,
    long duplicates,
    long late,
    long unknownStages,
    long negativeIntervals,
    long begunBeforeHistory,
    long noDueDate,
    long unmatchedPayments,
    SortedMap<String, Instant> lastEvent) {
  public DataQuality {
    lastEvent = Collections.unmodifiableSortedMap(new TreeMap<>(lastEvent));
  }
}
