package dev.svodka.dashboard;

import dev.svodka.core.link.Link;

/** Where it is told who opened what. */
public interface Openings {

  /**
   * A link was followed or a file was shown.
   *
   * @param report its id; {@code index} for the front page
   * @param path below the account
   */
  void opened(Link link, String report, String path);
}
