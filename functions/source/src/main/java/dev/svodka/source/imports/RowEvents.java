package dev.svodka.source.imports;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Gives the events of good rows their identity, and hands them on. */
final class RowEvents {
  private static final int CONTENT_DIGITS = 16;

  private final Occurrences occurrences;
  private final Tally tally;
  private final List<ChangeEvent> fresh = new ArrayList<>();

  RowEvents(Occurrences occurrences, Tally tally) {
    this.occurrences = occurrences;
    this.tally = tally;
  }

  void give(List<ChangeEventBuilder> row) {
    fresh.clear();
    for (ChangeEventBuilder builder : row) {
      add(builder.build());
    }
    tally.row(fresh);
  }

  /** A row that is one event, built as the first occurrence of its content. */
  void give(ChangeEvent event) {
    fresh.clear();
    add(event);
    tally.row(fresh);
  }

  private void add(ChangeEvent event) {
    long content = content(event);
    int occurrence = occurrences.next(content);
    if (!occurrences.given(content, occurrence)) {
      fresh.add(occurrence == 0 ? event : event.occurrence(occurrence));
    }
  }

  /** An event whose identity is its own: what is told again is a duplicate, also in one file. */
  void giveIdentified(ChangeEvent event) {
    fresh.clear();
    long content = content(event);
    if (occurrences.next(content) == 0 && !occurrences.given(content, 0)) {
      fresh.add(event);
    }
    tally.row(fresh);
  }

  /**
   * The events of a document that has an identity: told again, also in one file, it is the same.
   */
  void giveDocument(List<ChangeEventBuilder> document) {
    fresh.clear();
    for (ChangeEventBuilder builder : document) {
      ChangeEvent event = builder.build();
      long content = content(event);
      if (occurrences.next(content) == 0 && !occurrences.given(content, 0)) {
        fresh.add(event);
      }
    }
    tally.row(fresh);
  }

  private static long content(ChangeEvent event) {
    return HexFormat.fromHexDigitsToLong(event.eventId(), 0, CONTENT_DIGITS);
  }
}
