package dev.svodka.lake.reports;

import static java.util.Objects.requireNonNull;

/**
 * One report in one language as the reader finds it.
 *
 * @param id names its page and its folder
 * @param language {@code ru} or {@code en}
 * @param audience who may open it
 * @param run the run that made it
 * @param asOf exclusive, an ISO instant
 * @param slices the dimension that it is also made for alone, such as {@code owner}; else empty
 * @param lead what happened, in one sentence; empty where nothing is told
 */
public record Shelved(
    String id,
    String language,
    String audience,
    String run,
    String asOf,
    String slices,
    String title,
    String period,
    String lead) {
  public Shelved {
    requireNonNull(id, "id is null");
    requireNonNull(language, "language is null");
    requireNonNull(audience, "audience is null");
    requireNonNull(run, "run is null");
    requireNonNull(asOf, "asOf is null");
    requireNonNull(slices, "slices is null");
    requireNonNull(title, "title is null");
    requireNonNull(period, "period is null");
    requireNonNull(lead, "lead is null");
  }
}
