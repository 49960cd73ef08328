package dev.svodka.kpi;

import java.time.LocalDate;

/**
 * A period that figures are given for, in the business's zone.
 *
 * @param partial not over at as-of
 * @param plain given without a group
 * @param grouped given by group
 */
record Period(
    String name,
    LocalDate first,
    LocalDate last,
    boolean partial,
    boolean plain,
    boolean grouped) {}
