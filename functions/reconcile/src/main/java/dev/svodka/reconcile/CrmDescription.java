package dev.svodka.reconcile;

import dev.svodka.source.Named;
import java.util.List;
import java.util.Optional;

/**
 * What a CRM says of itself: enough to draft a business file.
 *
 * @param name of the company or its account
 * @param invoiceCatalog amoCRM's list that holds the invoices
 */
public record CrmDescription(
    Optional<String> name,
    Optional<String> zone,
    Optional<String> currency,
    Optional<String> accountId,
    Optional<String> invoiceCatalog,
    List<Named> names) {
  public CrmDescription {
    names = List.copyOf(names);
  }
}
