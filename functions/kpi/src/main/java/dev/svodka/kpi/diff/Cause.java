package dev.svodka.kpi.diff;

import java.util.ArrayList;
import java.util.List;

/** Why figures may differ, as far as the heads of their files tell. */
public enum Cause {
  /** The business file is another: definitions, owners, goals, working time. */
  BUSINESS_FILE,
  /** Another version of the program made it. */
  VERSION,
  /** Seen as of another moment. */
  AS_OF,
  /** More was known: events that came late. */
  LATE_DATA,
  /** Less was known: computed as it was known earlier. */
  EARLIER_KNOWLEDGE,
  /** The heads are the same: other events went in, or the limits of {@code --full}. */
  OTHER_EVENTS;

  /** Every cause that the heads allow; one alone is the cause of all changes. */
  static List<Cause> of(KpisHead before, KpisHead now) {
    List<Cause> causes = new ArrayList<>();
    if (!before.business().equals(now.business())) {
      causes.add(BUSINESS_FILE);
    }
    if (!before.version().equals(now.version())) {
      causes.add(VERSION);
    }
    if (!before.asOf().equals(now.asOf())) {
      causes.add(AS_OF);
    }
    if (now.knownAt().isAfter(before.knownAt())) {
      causes.add(LATE_DATA);
    }
    if (now.knownAt().isBefore(before.knownAt())) {
      causes.add(EARLIER_KNOWLEDGE);
    }
    return causes.isEmpty() ? List.of(OTHER_EVENTS) : List.copyOf(causes);
  }
}
