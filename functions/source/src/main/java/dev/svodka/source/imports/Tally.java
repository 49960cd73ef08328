package dev.svodka.source.imports;

import dev.svodka.core.event.ChangeEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what becomes of each row, and hands on what it gives. */
final class Tally {
  private static final int MAX_REASONS = 200;
  private static final String OTHER = "other reasons";

  private final Consumer<ChangeEvent> sink;
  private final RejectSink rejects;
  private final SortedMap<String, Long> byReason = new TreeMap<>();
  private long read;
  private long imported;
  private long duplicates;
  private long filtered;
  private long rejected;
  private long events;

  Tally(Consumer<ChangeEvent> sink, RejectSink rejects) {
    this.sink = sink;
    this.rejects = rejects;
  }

  /** A good row with the events of it that are new; none: the row is a duplicate. */
  void row(List<ChangeEvent> fresh) {
    read++;
    if (fresh.isEmpty()) {
      duplicates++;
      return;
    }
    imported++;
    for (ChangeEvent event : fresh) {
      events++;
      sink.accept(event);
    }
  }

  void filtered() {
    read++;
    filtered++;
  }

  void rejected(String file, long line, String field, String reason) {
    read++;
    rejected++;
    boolean known = byReason.containsKey(reason) || byReason.size() < MAX_REASONS;
    byReason.merge(known ? reason : OTHER, 1L, Long::sum);
    rejects.reject(file, line, field, reason);
  }

  ImportCounts counts() {
    return new ImportCounts(read, imported, duplicates, filtered, rejected, byReason, events);
  }
}
