package dev.svodka.core.business;

import dev.svodka.core.event.SourceKind;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A live system that sends its changes; secrets stand here as references ({@code ssm:/…}) only.
 *
 * @param zone zone of the source's zoneless times
 * @param invoiceCatalog amoCRM's list that holds the invoices
 */
public record LiveSource(
    String id,
    SourceKind kind,
    Optional<String> subdomain,
    Optional<String> domain,
    Optional<String> accountId,
    Optional<String> secret,
    Optional<String> token,
    ZoneId zone,
    Optional<String> invoiceCatalog) {}
