package dev.svodka.report;

import dev.svodka.core.business.Language;
import dev.svodka.report.page.Rendered;
import java.time.Instant;
import java.util.List;

/**
 * What was published.
 *
 * @param asOf exclusive
 * @param paths every object written, below the store's root, the front pages last
 * @param broken invariants that do not hold: the pages say so too
 */
public record Published(
    Instant asOf, Instant knownAt, List<Page> pages, List<String> paths, List<String> broken) {
  public Published {
    pages = List.copyOf(pages);
    paths = List.copyOf(paths);
    broken = List.copyOf(broken);
  }

  /**
   * One page.
   *
   * @param path below the store's root: {@code romashka/weekly-conversion.ru.html}
   * @param lead what happened, one sentence a process
   * @param files paths below the account's folder; the page itself is the last
   * @param empty there is nothing to tell
   */
  public record Page(
      String reportId,
      Language language,
      String path,
      String title,
      String period,
      List<String> lead,
      List<Rendered.Headline> headlines,
      List<String> files,
      boolean empty) {
    public Page {
      lead = List.copyOf(lead);
      headlines = List.copyOf(headlines);
      files = List.copyOf(files);
    }
  }
}
