package dev.svodka.source.imports;

import java.io.Serial;

/** A row cannot be read; thrown for many rows of a bad file, so it carries no stack trace. */
final class RowRejected extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  RowRejected(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
    this.reason = reason;
  }

  String field() {
    return field;
  }

  String reason() {
    return reason;
  }
}
