package dev.svodka.local.generate;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** The invoice of a deal and how it is paid: at once, in parts, late, too much or never. */
final class Invoices {
  private static final BigDecimal TOO_MUCH = new BigDecimal("500.00");

  private Invoices() {}

  /** Tells the invoice of a deal; returns how many items were begun. */
  static int tell(
      Story.Telling telling, Story deal, String customer, BigDecimal amount, String currency) {
    Chance chance = telling.chance();
    Story invoice =
        new Story(
            telling,
            new ItemRef("invoice", "S-" + deal.item().id()),
            deal.item(),
            null,
            deal.now());
    invoice.wait(Duration.ofHours(7), 0.9);
    if (invoice.over() || chance.of(0.05)) {
      return 0;
    }
    Instant due = OfficeHours.after(invoice.now(), Duration.ofDays(10), chance);
    invoice.tell(
        invoice
            .event(Kind.CREATED)
            .stage("created")
            .amount(amount)
            .currency(currency)
            .customer(customer, "Клиент " + customer)
            .dueAt(chance.of(0.97) ? due : null));
    if (chance.of(0.06)) {
      return 1;
    }
    BigDecimal left = amount;
    while (chance.of(0.2)) {
      BigDecimal part =
          left.multiply(BigDecimal.valueOf(chance.between(0.2, 0.6)))
              .setScale(2, RoundingMode.HALF_EVEN);
      pay(invoice, part, currency);
      left = left.subtract(part);
    }
    pay(invoice, chance.of(0.01) ? left.add(TOO_MUCH) : left, currency);
    return 1;
  }

  private static void pay(Story invoice, BigDecimal sum, String currency) {
    invoice.wait(Duration.ofDays(7), 0.9);
    invoice.tell(invoice.event(Kind.PAID).amount(sum).currency(currency));
  }
}
