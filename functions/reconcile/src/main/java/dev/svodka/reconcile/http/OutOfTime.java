package dev.svodka.reconcile.http;

import java.io.Serial;

/** What is left does not fit into the time that this run has; another run goes on from here. */
public final class OutOfTime extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  OutOfTime() {
    super("the time of this run is over", null, false, false);
  }
}
