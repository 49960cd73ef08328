package dev.svodka.report.page;

import dev.svodka.core.business.Language;
import dev.svodka.report.declare.NextIssue;
import java.util.List;

/**
 * One report in one language, ready to be published.
 *
 * @param next when it is made again
 * @param lead what happened, in words; one sentence a process
 * @param files by path below the account's folder; the page is the last
 * @param issue the label of the week or month under which it is kept
 * @param kept the same files below {@code <report>/<issue>/}, where runs of other periods leave
 *     them alone
 * @param empty there is nothing to tell: nobody is sent such a page
 */
public record Rendered(
    String reportId,
    Language language,
    String title,
    String period,
    NextIssue next,
    List<String> lead,
    List<Headline> headlines,
    List<File> files,
    String issue,
    List<File> kept,
    boolean empty) {
  public Rendered {
    lead = List.copyOf(lead);
    headlines = List.copyOf(headlines);
    files = List.copyOf(files);
    kept = List.copyOf(kept);
  }

  /** A figure at the top, as the page says it. */
  public record Headline(String process, String name, String value, String change) {}

  /** A file of the report: bytes on their way to the store, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record File(String path, String contentType, byte[] content) {}
}
