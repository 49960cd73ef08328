package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One item behind a figure.
 *
 * @param owner whose fact it is
 * @param stage the stage it stands in, or was lost from
 * @param hours the duration that the fact tells: age of an open item, time in a stage …; elapsed
 * @param amount the item's amount at as-of
 * @param created when the item was created, where the source told it
 * @param source the kind of system that it lives in
 * @param day the local day that decides its period, or from which the state lasts; empty where it
 *     began before history
 */
public record FactItem(
    String itemType,
    String itemId,
    Optional<String> owner,
    Optional<String> stage,
    Optional<BigDecimal> hours,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<Instant> created,
    boolean inNumerator,
    SourceKind source,
    Optional<LocalDate> day) {}
