package dev.svodka.source.amocrm;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.KeptFields;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the business file says that a delivery's things mean. */
public final class Terms {
  private final Business business;
  private final EntityFields fields;

  public Terms(Business business) {
    this.business = business;
    this.fields = new EntityFields(KeptFields.of(business));
  }

  /** The custom field that has this role ({@code due}, {@code paid}) for items of this type. */
  Optional<CustomField> role(String role, String itemType, List<CustomField> customFields) {
    return business.processes().values().stream()
        .filter(process -> process.items().type().equals(itemType))
        .flatMap(process -> Optional.ofNullable(process.fields().get(role)).stream())
        .flatMap(name -> customFields.stream().filter(field -> field.isCalled(name)))
        .findFirst();
  }

  /** Tells the amount, told empty too, in the business's currency. */
  void amount(Optional<String> told, String key, Element element, ChangeEventBuilder event) {
    told.ifPresent(
        text ->
            element
                .readAmount(key, text)
                .ifPresentOrElse(
                    amount -> money(amount, event),
                    () -> event.field(ChangeEvent.AMOUNT_FIELD, "")));
  }

  /** Tells an amount in the business's currency. */
  public void money(BigDecimal amount, ChangeEventBuilder event) {
    event.amount(amount).currency(business.currency());
  }

  /** Tells the deadline where the business file says which field holds it, told empty too. */
  void due(
      String itemType, Element element, List<CustomField> customFields, ChangeEventBuilder event) {
    role("due", itemType, customFields)
        .ifPresent(field -> due(element.readDate("the field of role due", field.text()), event));
  }

  /** Tells a deadline, or that there is none. */
  public static void due(Optional<Instant> told, ChangeEventBuilder event) {
    told.ifPresentOrElse(event::dueAt, () -> event.field(ChangeEvent.DUE_FIELD, ""));
  }

  /** A custom field that changed by itself: a deadline where it has that role, else as kept. */
  public void field(String itemType, Element element, CustomField field, ChangeEventBuilder event) {
    due(itemType, element, List.of(field), event);
    fields.copy(itemType, field, event);
  }

  /** Copies what is kept; all else is dropped. */
  void keep(
      String itemType, Element element, List<CustomField> customFields, ChangeEventBuilder event) {
    fields.copy(itemType, element.node(), customFields, event);
  }
}
