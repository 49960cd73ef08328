package dev.svodka.report.deliver;

/** Sends e-mail. */
@FunctionalInterface
public interface Mailer {
  /**
   * Hands a letter over.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code DELIVERY_FAILED} where it was not taken;
   *     the message names no address
   */
  void send(Email email);
}
