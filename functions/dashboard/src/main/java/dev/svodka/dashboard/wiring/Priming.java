package dev.svodka.dashboard.wiring;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.dashboard.Revocations;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.Shelf;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the page of nobody once before SnapStart takes its snapshot, so that the classes are
 * loaded in it. The keys of links are asked for after a restore only.
 */
final class Priming implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final String NOBODY = "svodka-prime";
  private static final String NO_LINK = "0000000000000000";

  /** The context holds its resources weakly. */
  private static final List<Resource> KEPT = new CopyOnWriteArrayList<>();

  private final Revocations revocations;
  private final ObjectStore reports;

  private Priming(Revocations revocations, ObjectStore reports) {
    this.revocations = revocations;
    this.reports = reports;
  }

  static void register(Revocations revocations, ObjectStore reports) {
    Priming priming = new Priming(revocations, reports);
    KEPT.add(priming);
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      boolean nothing =
          !revocations.revoked(NOBODY, NO_LINK) && Shelf.find(reports, NOBODY).isEmpty();
      LOG.info(nothing ? "Primed" : "An account is called {}", NOBODY);
    } catch (SvodkaException e) {
      LOG.warn("The snapshot is taken all the same: {} {}", e.code(), e.getMessage());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
