package dev.svodka.reconcile;

import dev.svodka.lake.crm.CrmStatus.Hook;
import java.time.Instant;

/** Reads one source of one kind of CRM into the journal. */
public interface SourceRun {
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

  /** Of the requests, those that the CRM found too many. */
  long refused();
}
