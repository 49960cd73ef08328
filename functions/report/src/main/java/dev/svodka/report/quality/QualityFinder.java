package dev.svodka.report.quality;

import dev.svodka.core.business.Business;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.crm.CrmStatus;
import dev.svodka.lake.crm.Quarantine;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.quality.Quality.Asked;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what is known about the data of a run. */
public final class QualityFinder {
  private QualityFinder() {}

  /**
   * Asks the run and the lake.
   *
   * @param lake where reconcile and ingest leave their notes; empty where the run is over files
   * @param rejectedRows by reason, of an import
   */
  public static Quality find(
      KpiRun run,
      Optional<ObjectStore> lake,
      Map<String, Long> rejectedRows,
      Quality.Restated restated) {
    Business business = run.business();
    LocalDate last = LocalDate.ofInstant(run.asOf().minusMillis(1), ZoneOffset.UTC);
    return new Quality(
        run.qualityLists(),
        run.checkedInvariants(),
        lake.map(objects -> asked(business, objects)),
        lake.map(
            objects ->
                Quarantine.find(
                    objects, business.account(), last.minusDays(Quality.DAYS - 1L), last)),
        new TreeMap<>(rejectedRows),
        restated);
  }

  private static List<Asked> asked(Business business, ObjectStore lake) {
    return business.sources().stream()
        .map(source -> new Asked(source, CrmStatus.find(lake, business.account(), source.id())))
        .toList();
  }
}
