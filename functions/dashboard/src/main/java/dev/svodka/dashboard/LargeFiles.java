package dev.svodka.dashboard;

import java.net.URI;

/** Where a file is fetched that is too large for an answer of the function. */
public interface LargeFiles {

  /**
   * An address that gives this file to anyone who has it, for a minute.
   *
   * @param key in the store of reports
   */
  URI at(String key, FileType type);
}
