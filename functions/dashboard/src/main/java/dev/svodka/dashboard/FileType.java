package dev.svodka.dashboard;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are shown; nothing else is. */
public enum FileType {
  HTML("text/html; charset=utf-8", false, false),
  SVG("image/svg+xml; charset=utf-8", false, false),
  CSV("text/csv; charset=utf-8", false, true),
  JSON("application/json", false, true),
  PNG("image/png", true, false),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true, true);

  private final String contentType;
  private final boolean binary;
  private final boolean download;

  FileType(String contentType, boolean binary, boolean download) {
    this.contentType = contentType;
    this.binary = binary;
    this.download = download;
  }

  static Optional<FileType> of(String path) {
    for (FileType type : values()) {
      if (path.endsWith('.' + type.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public String contentType() {
    return contentType;
  }

  boolean binary() {
    return binary;
  }

  /** Whether it is kept as a file and not looked at in the browser. */
  public boolean download() {
    return download;
  }
}
