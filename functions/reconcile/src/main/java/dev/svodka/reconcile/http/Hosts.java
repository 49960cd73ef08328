package dev.svodka.reconcile.http;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import java.net.URI;

/** Where a source's API is. */
public interface Hosts {
  /**
   * Scheme and authority of a source's API, checked anew at each call.
   *
   * @throws SvodkaException {@code BUSINESS_FILE_INVALID} for a host that may not be called
   */
  URI base(LiveSource source);
}
