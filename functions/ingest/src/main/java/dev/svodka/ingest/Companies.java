package dev.svodka.ingest;

import java.util.Optional;

/** The companies that are served. */
public interface Companies {

  /**
   * A company by its account; empty where there is none.
   *
   * @throws dev.svodka.core.error.SvodkaException where it cannot be told, or its business file is
   *     wrong
   */
  Optional<Company> find(String account);
}
