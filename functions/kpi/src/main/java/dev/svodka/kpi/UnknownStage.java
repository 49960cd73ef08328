package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A stage that no milestone of the process knows.
 *
 * @param pipeline the source's id
 * @param stage the source's id
 * @param events that name it
 * @param items that these are of
 * @param last when it was last named
 */
public record UnknownStage(
    String process,
    SourceKind source,
    Optional<String> pipeline,
    String stage,
    long events,
    long items,
    Instant last) {}
