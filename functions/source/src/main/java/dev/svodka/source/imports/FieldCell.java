package dev.svodka.source.imports;

/** A column or attribute that is kept as a field of the events. */
record FieldCell(String name, Cell cell, Form form) {
  /** What is kept of it. */
  enum Form {
    /** The text as it stands. */
    VALUE,
    /** {@code 1} where it is filled: what is personal is not kept itself. */
    PRESENCE,
    /**
     * The instant in ISO 8601, UTC: the business file reads it as a date, however it is written.
     */
    MOMENT
  }
}
