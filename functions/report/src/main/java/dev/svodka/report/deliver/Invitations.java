package dev.svodka.report.deliver;

import dev.svodka.report.Published;
import java.net.URI;
import java.util.Optional;

/** Makes the links that open a private page. */
@FunctionalInterface
public interface Invitations {
  /** Where pages are read from a folder or a bucket without links of their own. */
  Invitations NONE = (page, account, audience, person) -> Optional.empty();

  /**
   * A new link.
   *
   * @param audience whose reports it opens
   * @param person to whom it is issued
   */
  Optional<URI> to(Published.Page page, String account, String audience, String person);
}
