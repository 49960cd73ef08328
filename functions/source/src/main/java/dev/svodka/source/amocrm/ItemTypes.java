package dev.svodka.source.amocrm;

import dev.svodka.core.event.ItemRef;
import java.util.Optional;

/** The names of amoCRM's entities in events. */
final class ItemTypes {
  static final String DEAL = "deal";
  static final String CONTACT = "contact";
  static final String COMPANY = "company";
  static final String CUSTOMER = "customer";
  static final String TASK = "task";
  static final String INVOICE = "invoice";
  static final String UNSORTED = "unsorted";

  private ItemTypes() {}

  /** The entity that a task, a note or a message hangs on. */
  static Optional<ItemRef> element(Element child) {
    Optional<String> id = child.id("element_id").filter(told -> !"0".equals(told));
    return id.flatMap(
        told ->
            child
                .node()
                .text("element_type")
                .flatMap(ItemTypes::ofElement)
                .map(type -> new ItemRef(type, told)));
  }

  private static Optional<String> ofElement(String elementType) {
    return switch (elementType) {
      case "1", "contact", "contacts" -> Optional.of(CONTACT);
      case "2", "lead", "leads" -> Optional.of(DEAL);
      case "3", "company", "companies" -> Optional.of(COMPANY);
      case "12", "customer", "customers" -> Optional.of(CUSTOMER);
      default -> Optional.empty();
    };
  }
}
