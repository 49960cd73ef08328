package dev.svodka.kpi.diff;

import java.time.Instant;

/**
 * The head of a {@code kpis.json}: whose figures they are, and what they were made from.
 *
 * @param asOf exclusive
 * @param knownAt exclusive
 * @param business hash of the business file
 * @param version of the program
 */
public record KpisHead(
    String account, Instant asOf, Instant knownAt, String business, String version) {}
