package dev.svodka.core.error;

/** What went wrong, as a stable name for logs, metrics and tests. */
public enum ErrorCode {
  CALL_INVALID(ErrorCategory.CLIENT_DATA),
  BUSINESS_FILE_INVALID(ErrorCategory.CLIENT_DATA),
  INPUT_INVALID(ErrorCategory.CLIENT_DATA),
  INPUT_TOO_LARGE(ErrorCategory.CLIENT_DATA),
  NOT_AUTHENTICATED(ErrorCategory.CLIENT_DATA),
  NOT_FOUND(ErrorCategory.CLIENT_DATA),
  INVARIANT_BROKEN(ErrorCategory.OUR_BUG),
  INTERNAL(ErrorCategory.OUR_BUG),
  DISK_FULL(ErrorCategory.RESOURCES),
  OUT_OF_MEMORY(ErrorCategory.RESOURCES),
  PORT_TAKEN(ErrorCategory.RESOURCES),
  STORE_UNAVAILABLE(ErrorCategory.EXTERNAL),
  CRM_UNAVAILABLE(ErrorCategory.EXTERNAL),
  DELIVERY_FAILED(ErrorCategory.EXTERNAL);

  private final ErrorCategory category;

  ErrorCode(ErrorCategory category) {
    this.category = category;
  }

  public ErrorCategory category() {
    return category;
  }
}
