package dev.svodka.local.account;

/** Finds deployed stacks. */
public interface Stacks {
  /**
   * A stack by its name.
   *
   * @throws dev.svodka.core.error.SvodkaException {@code NOT_FOUND} where there is none or it is no
   *     Svodka, {@code CALL_INVALID} where region or credentials are missing, {@code
   *     NOT_AUTHENTICATED} where they do not suffice
   */
  Stack open(String name);
}
