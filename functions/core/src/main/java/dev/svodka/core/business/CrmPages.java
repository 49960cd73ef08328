package dev.svodka.core.business;

import dev.svodka.core.event.SourceKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an item is to be seen in the CRM that it came from. Hosts are those of the business file's
 * live systems alone; an item of a file has no page.
 */
public final class CrmPages {
  private final Map<SourceKind, LiveSource> sources = new HashMap<>();

  private CrmPages() {}

  /**
   * The pages of a company's live systems. Events tell the kind of their system: of a kind that
   * there are two of nothing is linked.
   */
  public static CrmPages of(Business business) {
    CrmPages pages = new CrmPages();
    Set<SourceKind> seen = new HashSet<>();
    for (LiveSource source : business.sources()) {
      if (seen.add(source.kind())) {
        pages.sources.put(source.kind(), source);
      } else {
        pages.sources.remove(source.kind());
      }
    }
    return pages;
  }

  /** The item's own page; empty where it has none, such as amoCRM's tasks. */
  public Optional<URI> page(SourceKind kind, String itemType, String itemId) {
    LiveSource source = sources.get(kind);
    if (source == null || itemId.isEmpty() || itemId.matches("\\.+")) {
      return Optional.empty();
    }
    Optional<String> folder =
        switch (kind) {
          case AMOCRM -> amoCrm(source, itemType);
          case BITRIX24 -> bitrix24(itemType);
          case ONEC, HTTP, CSV, XES -> Optional.empty();
        };
    return source
        .host()
        .flatMap(
            host ->
                folder.map(path -> URI.create("https://" + host + path.formatted(enc(itemId)))));
  }

  private static Optional<String> amoCrm(LiveSource source, String itemType) {
    return switch (itemType) {
      case "deal" -> Optional.of("/leads/detail/%s");
      case "contact" -> Optional.of("/contacts/detail/%s");
      case "company" -> Optional.of("/companies/detail/%s");
      case "customer" -> Optional.of("/customers/detail/%s");
      case "invoice" ->
          source
              .invoiceCatalog()
              .map(catalog -> "/catalogs/" + enc(catalog).replace("%", "%%") + "/detail/%s");
      default -> Optional.empty();
    };
  }

  private static Optional<String> bitrix24(String itemType) {
    return switch (itemType) {
      case "deal", "lead", "contact", "company", "quote" ->
          Optional.of("/crm/" + itemType + "/details/%s/");
      case "invoice" -> Optional.of("/crm/type/31/details/%s/");
      case "task" -> Optional.of("/company/personal/user/0/tasks/task/view/%s/");
      default -> Optional.empty();
    };
  }

  private static String enc(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
