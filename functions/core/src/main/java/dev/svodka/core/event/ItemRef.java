package dev.svodka.core.event;

import static java.util.Objects.requireNonNull;

/** One item of a source: a deal, an invoice, a task … */
public record ItemRef(String type, String id) {
  public ItemRef {
    requireNonNull(type, "type is null");
    requireNonNull(id, "id is null");
  }
}
