package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.kpi.diff.KpisDiff;
import dev.svodka.kpi.diff.KpisFile;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.objects.ObjectStore;
import java.nio.file.Path;
import java.util.Optional;

/** What another business file makes of the figures, over the events that lie in the lake. */
final class FigureCheck {
  private FigureCheck() {}

  /**
   * Computes both at one moment, one after the other, and compares.
   *
   * @param tempFolder takes what memory does not hold
   * @return empty where the lake has no event
   */
  static Optional<KpisDiff> compare(
      Business before, Business now, ObjectStore lake, Path tempFolder) {
    LakeFeed feed = new LakeFeed(lake, now.account());
    if (feed.files().isEmpty()) {
      return Optional.empty();
    }
    KpiOptions options = KpiOptions.of(tempFolder);
    KpisFile old = figures(before, feed, options);
    KpiOptions sameMoment = options.asOf(old.head().asOf()).knownAt(old.head().knownAt());
    return Optional.of(KpisDiff.between(old, figures(now, feed, sameMoment)));
  }

  private static KpisFile figures(Business business, LakeFeed feed, KpiOptions options) {
    try (KpiRun run = new KpiEngine().run(business, feed::forEach, options)) {
      return KpisFile.of(run, "");
    }
  }
}
