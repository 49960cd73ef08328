package dev.svodka.reconcile;

import java.time.Instant;

/** Reads one source of one kind of CRM into the journal. */
public interface SourceRun {
  /** Whether the CRM still sends its webhooks to us. */
  enum Hook {
    ENABLED,
    /** The CRM has switched it off after too many bad answers; an admin has to switch it on. */
    DISABLED,
    MISSING,
    UNKNOWN
  }

  /**
   * Reads each feed from where the journal stands, or from {@code from}, up to {@code to}.
   *
   * @throws dev.svodka.reconcile.http.OutOfTime where another run has to go on
   */
  void read(Instant from, Instant to, Journal journal);

  /** Asks what the CRM is called, its stages, people and reasons; reads no item. */
  CrmDescription describe();

  /** Known once it was read. */
  Hook hook();

  long requests();
}
