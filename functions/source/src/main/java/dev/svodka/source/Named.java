package dev.svodka.source;

import static java.util.Objects.requireNonNull;

/**
 * What a CRM calls one of its things now.
 *
 * @param id as it stands in events; of an amoCRM stage {@code pipeline/status}, since 142 and 143
 *     repeat in every pipeline
 * @param order where the CRM shows it among its kind; 0 where it has no order
 */
public record Named(What what, String id, String name, int order) {
  /** The kinds of things that have names. */
  public enum What {
    PIPELINE,
    STAGE,
    OWNER,
    REASON
  }

  public Named {
    requireNonNull(what, "what is null");
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
  }
}
