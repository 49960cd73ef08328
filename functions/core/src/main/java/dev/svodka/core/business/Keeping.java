package dev.svodka.core.business;

/** How much of a source's field is kept. */
public enum Keeping {
  /** Nothing; so it is with whatever the business file neither keeps nor reads. */
  DROPPED,
  /** Only whether it is there: a field that is filled reads as {@code "1"}. */
  PRESENCE,
  /** The value as the source tells it. */
  VALUE
}
