package dev.svodka.kpi;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run is made.
 *
 * @param asOf exclusive: only what happened before it is seen; left out, the end of the local day
 *     of the last event
 * @param knownAt exclusive: only what was durable before it is seen; left out, the greatest
 *     reception that is used plus 1 ms
 * @param full lifts the limits on periods and groups
 * @param tempFolder where the database may spill
 * @param memoryLimit bytes that the database may hold; up to half a GB a thread may come on top
 */
public record KpiOptions(
    Optional<Instant> asOf,
    Optional<Instant> knownAt,
    boolean full,
    Path tempFolder,
    long memoryLimit,
    int threads) {
  public KpiOptions {
    if (memoryLimit <= 0 || threads <= 0) {
      throw new IllegalArgumentException("memory limit and threads have to be above 0");
    }
  }

  /** Everything left out: half of the machine's memory that Java may take, all its cores. */
  public static KpiOptions of(Path tempFolder) {
    return new KpiOptions(
        Optional.empty(),
        Optional.empty(),
        false,
        tempFolder,
        Math.max(512L << 20, Runtime.getRuntime().maxMemory() / 2),
        Runtime.getRuntime().availableProcessors());
  }

  public KpiOptions asOf(Instant moment) {
    return new KpiOptions(Optional.of(moment), knownAt, full, tempFolder, memoryLimit, threads);
  }

  public KpiOptions knownAt(Instant moment) {
    return new KpiOptions(asOf, Optional.of(moment), full, tempFolder, memoryLimit, threads);
  }

  public KpiOptions full(boolean lifted) {
    return new KpiOptions(asOf, knownAt, lifted, tempFolder, memoryLimit, threads);
  }
}
