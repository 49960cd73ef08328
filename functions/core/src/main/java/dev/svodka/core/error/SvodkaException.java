package dev.svodka.core.error;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The one exception that crosses package borders; its message is fit to be shown to the user. */
public final class SvodkaException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public SvodkaException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public SvodkaException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message is null"), cause);
    this.code = requireNonNull(code, "code is null");
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage(), "every constructor sets it");
  }

  public ErrorCode code() {
    return code;
  }

  public ErrorCategory category() {
    return code.category();
  }
}
