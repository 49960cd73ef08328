package dev.svodka.lake.forget;

import java.util.Locale;

/** What a person is to a company. */
public enum Whom {
  /** Somebody who works there: responsible for items, or who changed them. */
  OWNER,
  /** A customer, with the contacts and companies that are told of as items. */
  CUSTOMER;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
