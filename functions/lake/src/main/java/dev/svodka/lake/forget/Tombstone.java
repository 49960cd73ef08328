package dev.svodka.lake.forget;

import java.util.List;
import java.util.stream.Stream;

/**
 * That somebody was forgotten.
 *
 * @param at an ISO instant
 * @param marks of the id and the names
 */
record Tombstone(String whom, String pseudonym, String at, List<String> marks) {
  Tombstone {
    marks = List.copyOf(marks);
  }

  /** The earlier moment, all marks. */
  Tombstone and(Tombstone later) {
    return new Tombstone(
        whom,
        pseudonym,
        at,
        Stream.concat(marks.stream(), later.marks().stream()).distinct().toList());
  }
}
