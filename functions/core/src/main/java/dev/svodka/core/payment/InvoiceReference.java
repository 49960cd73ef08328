package dev.svodka.core.payment;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An invoice that a payment names.
 *
 * @param number as it stands in the purpose
 * @param date the invoice's date, where the purpose tells it
 */
public record InvoiceReference(String number, Optional<LocalDate> date) {
  /**
   * Key in the {@code fields} of a {@code paid} event: the invoices that the payment names. It is
   * there on payments whose invoice is to be looked for, and on no others.
   */
  public static final String FIELD = "invoices";

  /** Written where the purpose names none. */
  private static final String NONE = "-";

  private static final int MOST = 50;

  public InvoiceReference {
    requireNonNull(number, "number is null");
    requireNonNull(date, "date is null");
  }

  /** All that a purpose names, in its order, each once. */
  public static List<InvoiceReference> in(String purpose) {
    return new PurposeReader(purpose).read().stream().distinct().limit(MOST).toList();
  }

  /** As the value of {@link #FIELD}: {@code 104@2024-01-09 УТ-105}. */
  public static String write(List<InvoiceReference> references) {
    return references.isEmpty()
        ? NONE
        : references.stream()
            .map(one -> one.number + one.date.map(day -> "@" + day).orElse(""))
            .collect(Collectors.joining(" "));
  }

  /** What {@link #write} wrote; of what others wrote, what can be read. */
  public static List<InvoiceReference> read(String text) {
    List<InvoiceReference> references = new ArrayList<>();
    for (String one : text.split(" ", MOST + 1)) {
      int at = one.indexOf('@');
      String number = at < 0 ? one : one.substring(0, at);
      if (references.size() < MOST && number.chars().anyMatch(Character::isDigit)) {
        references.add(
            new InvoiceReference(number, at < 0 ? Optional.empty() : day(one.substring(at + 1))));
      }
    }
    return references;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
