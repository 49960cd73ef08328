package dev.svodka.core.business;

import dev.svodka.core.event.SourceKind;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A live system that sends its changes; secrets stand here as references ({@code ssm:/…}) only.
 *
 * @param subdomain of {@code amocrm.ru}, a host's label
 * @param domain a host's whole name, for Bitrix24 or Kommo; a port may follow
 * @param zone zone of the source's zoneless times
 * @param invoiceCatalog amoCRM's list that holds the invoices
 * @param applicationToken where Bitrix24's {@code application_token} is kept, by which its webhooks
 *     show who sends them
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
    Optional<String> invoiceCatalog,
    Optional<String> applicationToken) {
  /** The host that people open it at, where it has pages. */
  public Optional<String> host() {
    return switch (kind) {
      case AMOCRM -> domain.or(() -> subdomain.map(name -> name + ".amocrm.ru"));
      case BITRIX24 -> domain;
      case ONEC, HTTP, CSV, XES -> Optional.empty();
    };
  }
}
