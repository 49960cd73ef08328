package dev.svodka.source.amocrm;

import dev.svodka.core.event.ItemRef;
import java.util.Optional;

/** The names of amoCRM's entities in events. */
public final class ItemTypes {
  public static final String DEAL = "deal";
  public static final String CONTACT = "contact";
  public static final String COMPANY = "company";
  public static final String CUSTOMER = "customer";
  public static final String TASK = "task";
  public static final String INVOICE = "invoice";
  public static final String UNSORTED = "unsorted";

  private ItemTypes() {}

  /** The entity that a task, a note or a message hangs on. */
  public static Optional<ItemRef> element(Element child) {
    Optional<String> id =
        child.id("element_id").or(() -> child.id("entity_id")).filter(told -> !"0".equals(told));
    return id.flatMap(
        told ->
            child
                .node()
                .text("element_type")
                .or(() -> child.node().text("entity_type"))
                .flatMap(ItemTypes::ofElement)
                .map(type -> new ItemRef(type, told)));
  }

  /** The type of an entity by its number in webhooks or its name in the API. */
  public static Optional<String> ofElement(String elementType) {
    return switch (elementType) {
      case "1", "contact", "contacts" -> Optional.of(CONTACT);
      case "2", "lead", "leads" -> Optional.of(DEAL);
      case "3", "company", "companies" -> Optional.of(COMPANY);
      case "12", "customer", "customers" -> Optional.of(CUSTOMER);
      default -> Optional.empty();
    };
  }
}
