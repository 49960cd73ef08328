package dev.svodka.core.business;

import dev.svodka.core.event.SourceKind;
import java.util.List;
import java.util.Optional;

/**
 * Which events belong to a process.
 *
 * @param pipelines raw pipeline ids; empty: any
 * @param source id of a live source or a source kind; empty: any
 */
public record ItemFilter(String type, List<String> pipelines, Optional<SourceKind> source) {
  public ItemFilter {
    pipelines = List.copyOf(pipelines);
  }
}
