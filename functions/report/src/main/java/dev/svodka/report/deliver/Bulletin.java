package dev.svodka.report.deliver;

import dev.svodka.report.Published;
import java.util.List;
import java.util.Optional;

/**
 * A published page, told in a few lines; the same whichever way it goes out.
 *
 * @param figures three at most
 * @param picture the page's first chart as PNG
 * @param workbook the page's tables as XLSX
 */
public record Bulletin(
    String account,
    String company,
    Published.Page page,
    List<Figure> figures,
    Optional<Attached> picture,
    Optional<Attached> workbook) {
  public Bulletin {
    figures = List.copyOf(figures);
  }

  /** A headline figure, with its change where one is told. */
  public record Figure(String name, String value, String change) {}

  /** A file that goes with it: bytes on their way out, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Attached(String name, String contentType, byte[] content) {}
}
