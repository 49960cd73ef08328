package dev.svodka.export;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;

/** For how long no webhook came, against what is usual for the account. */
final class Silence {
  /** What is usual is looked for in so many days: 13 weeks. */
  static final int DAYS = 91;

  /** A weekend is no news for an account of which little is known yet. */
  private static final long WEEKEND = 3;

  private static final long WELL_KNOWN_DAYS = 28;

  private Silence() {}

  /**
   * Days without a webhook beyond the longest such time before; 0 where it is no longer than that,
   * or no webhook ever came.
   *
   * @param heard the days (UTC) with webhooks among the last {@link #DAYS}
   * @param closed the last day that is over
   */
  static long daysBeyondUsual(NavigableSet<LocalDate> heard, LocalDate closed) {
    if (heard.isEmpty()) {
      return 0;
    }
    long usual = ChronoUnit.DAYS.between(heard.first(), closed) < WELL_KNOWN_DAYS ? WEEKEND : 1;
    for (LocalDate day : heard.tailSet(heard.first(), false)) {
      usual = Math.max(usual, ChronoUnit.DAYS.between(heard.lower(day), day));
    }
    return Math.max(0, ChronoUnit.DAYS.between(heard.last(), closed) - usual + 1);
  }
}
