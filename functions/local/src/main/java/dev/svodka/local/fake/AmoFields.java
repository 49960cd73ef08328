package dev.svodka.local.fake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Custom fields of the fake amoCRM's leads. */
final class AmoFields {
  /** The field of an invoice that tells by when it is to be paid. */
  static final long DUE = 1107169;

  private static final List<Field> ALL =
      List.of(
          new Field(575801, "PHONE", "Телефон"),
          new Field(575803, "BUDGET", "Бюджет"),
          new Field(575805, "SOURCE", "Источник"),
          new Field(575807, "INN", "ИНН"),
          new Field(575809, "COMPANY", "Компания"),
          new Field(575811, "LOSS_REASON", "Причина отказа"));

  /** One field as the CRM knows it. */
  record Field(long id, String code, String name) {
    /** What is filled in. */
    Optional<String> value(Map<String, String> filled) {
      return Optional.ofNullable(filled.get(code.toLowerCase(Locale.ROOT)));
    }
  }

  private AmoFields() {}

  static List<Field> all() {
    return ALL;
  }
}
