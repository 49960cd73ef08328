package dev.svodka.source.amocrm;

import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import dev.svodka.source.form.FormNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Invoices: elements of the list that the business file names, or of one with the fields {@code
 * BILL_…} where it names none. Their status comes with {@code update} alone, so an update that
 * tells one is a move; a move to where the invoice stands is none for the figures.
 */
public final class Invoices {
  private static final String STATUS = "BILL_STATUS";
  private static final Set<String> PAID = Set.of("paid", "оплачен");
  private static final int TAX_NUMBER_OF_A_COMPANY = 10;
  private static final String LEAD_PATH = "/leads/detail/";

  private final Terms terms;
  private final Sink sink;

  public Invoices(Terms terms, Sink sink) {
    this.terms = terms;
    this.sink = sink;
  }

  /** Whether the element belongs to the list of invoices; a deletion may not tell its list. */
  public boolean holds(Element element, boolean deletion) {
    Optional<String> list = element.id("catalog_id");
    Optional<String> ours = sink.source().invoiceCatalog();
    if (list.isPresent() && ours.isPresent()) {
      return list.equals(ours);
    }
    return deletion
        || CustomField.of(element.node()).stream()
            .anyMatch(field -> field.code().startsWith("BILL_"));
  }

  void added(ItemRef item, Element invoice) {
    Instant time =
        Cards.created(invoice).or(() -> Cards.changed(invoice)).orElse(sink.receivedAt());
    List<CustomField> fields = CustomField.of(invoice.node());
    sink.add(
        state(invoice, fields, sink.event(item, Kind.CREATED, time)).actor(Cards.creator(invoice)));
  }

  public void updated(ItemRef item, Element invoice) {
    Cards.creation(item, invoice, sink);
    List<CustomField> fields = CustomField.of(invoice.node());
    Kind kind = status(fields).isPresent() ? Kind.MOVED : Kind.CHANGED;
    Instant time = Cards.changed(invoice).orElse(sink.receivedAt());
    sink.add(state(invoice, fields, sink.event(item, kind, time)).actor(Cards.editor(invoice)));
  }

  /**
   * The payment, where the invoice is settled and the day is told. The event holds what will not
   * change when the invoice is told of again, so that one payment stays one event. A part payment
   * is none: the field is a running total, and what each part was is for the bank statement to
   * tell.
   */
  public void paid(ItemRef item, Element invoice) {
    List<CustomField> fields = CustomField.of(invoice.node());
    Optional<BigDecimal> price =
        coded(fields, "BILL_PRICE")
            .flatMap(field -> invoice.readAmount("BILL_PRICE", field.text()));
    Optional<BigDecimal> paid =
        terms
            .role("paid", item.type(), fields)
            .flatMap(field -> invoice.readAmount("the field of role paid", field.text()))
            .filter(sum -> sum.signum() > 0);
    boolean covered =
        paid.isPresent() && price.isPresent() && paid.get().compareTo(price.get()) >= 0;
    if (!covered && !saysPaid(fields)) {
      paid.ifPresent(
          sum -> sink.ignore(invoice.where(), "a part payment: only a settled invoice is told"));
      return;
    }
    Optional<BigDecimal> amount = covered ? paid : price.or(() -> paid);
    Optional<Instant> day =
        coded(fields, "BILL_PAYMENT_DATE")
            .flatMap(field -> invoice.readDate("BILL_PAYMENT_DATE", field.text()));
    if (amount.isEmpty() || day.isEmpty()) {
      sink.ignore(
          invoice.where(),
          "paid, but %s is not told".formatted(day.isEmpty() ? "BILL_PAYMENT_DATE" : "BILL_PRICE"));
      return;
    }
    ChangeEventBuilder event = sink.event(item, Kind.PAID, day.get());
    terms.money(amount.get(), event);
    sink.add(event);
  }

  private ChangeEventBuilder state(
      Element invoice, List<CustomField> fields, ChangeEventBuilder event) {
    event.stage(status(fields).orElse(null)).parent(parent(fields).orElse(null));
    terms.amount(coded(fields, "BILL_PRICE").map(CustomField::text), "BILL_PRICE", invoice, event);
    terms.due(ItemTypes.INVOICE, invoice, fields, event);
    coded(fields, "PAYER")
        .flatMap(CustomField::first)
        .flatMap(value -> value.child("value"))
        .ifPresent(payer -> customer(payer, event));
    terms.keep(ItemTypes.INVOICE, invoice, fields, event);
    return event;
  }

  /** A payer is told by name where it is a company; of a person only the CRM's id is kept. */
  private static void customer(FormNode payer, ChangeEventBuilder event) {
    Optional<String> company =
        payer
            .text("vat_id")
            .filter(number -> number.length() == TAX_NUMBER_OF_A_COMPANY && Element.isId(number));
    event.customer(
        company.or(() -> payer.text("entity_id").filter(Element::isId)).orElse(null),
        company.flatMap(number -> payer.text("name")).orElse(null));
  }

  /** The status as the id of its choice or, where that is not told, in words. */
  private static Optional<String> status(List<CustomField> fields) {
    return coded(fields, STATUS)
        .flatMap(
            field ->
                field
                    .first()
                    .flatMap(value -> value.text("enum").or(() -> value.text("enum_id")))
                    .filter(Element::isId)
                    .or(() -> Optional.of(field.text())))
        .filter(status -> !status.isEmpty());
  }

  private static boolean saysPaid(List<CustomField> fields) {
    return coded(fields, STATUS)
        .filter(
            field ->
                PAID.contains(field.text().toLowerCase(Locale.ROOT))
                    || field
                        .first()
                        .flatMap(value -> value.text("enum_code"))
                        .filter(PAID::contains)
                        .isPresent())
        .isPresent();
  }

  /** The deal, from a link such as {@code https://romashka.amocrm.ru/leads/detail/39553937}. */
  private static Optional<ItemRef> parent(List<CustomField> fields) {
    return coded(fields, "LINK_TO_LEAD")
        .map(CustomField::text)
        .filter(link -> link.contains(LEAD_PATH))
        .map(link -> link.substring(link.indexOf(LEAD_PATH) + LEAD_PATH.length()))
        .filter(Element::isId)
        .map(id -> new ItemRef(ItemTypes.DEAL, id));
  }

  private static Optional<CustomField> coded(List<CustomField> fields, String code) {
    return fields.stream().filter(field -> field.code().equals(code)).findFirst();
  }
}
