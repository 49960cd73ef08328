package dev.svodka.reconcile.amocrm;

import dev.svodka.source.amocrm.api.ApiPage;
import dev.svodka.source.form.FormNode;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * Goes over a span of time in windows, each of which fits into one answer. One answer is of one
 * moment: rows cannot shift while it is read, as they do between the pages of a list that lives.
 * The span of the windows follows how much happened.
 */
final class Windows {
  private static final long FIRST_SECONDS = 7 * 24 * 3600L;

  private Windows() {}

  /**
   * Asks for what happened from one second to another, both counted from 1970, the end exclusive.
   */
  interface Reader {
    ApiPage read(long from, long to, int page);
  }

  /**
   * Reads from {@code from} to {@code to}, in order.
   *
   * @param limit most rows of a page
   * @param each takes the rows of a window and its end; more than once for a window, where one
   *     second has more rows than a page
   */
  static void read(
      long from, long to, int limit, Reader reader, ObjLongConsumer<List<FormNode>> each) {
    long start = from;
    long span = Math.max(1, Math.min(to - from, FIRST_SECONDS));
    while (start < to) {
      long begin = start;
      long end = Math.min(to, start + span);
      ApiPage page = reader.read(begin, end, 1);
      boolean full = page.next().isPresent() || page.rows().size() >= limit;
      if (full && end - begin > 1) {
        span = (end - begin) / 2;
        continue;
      }
      if (full) {
        QuietPages.read(
            1, p -> reader.read(begin, end, p), rows -> true, (rows, p) -> each.accept(rows, end));
      } else {
        each.accept(page.rows(), end);
        span = page.rows().size() < limit / 2 ? span * 2 : span;
      }
      start = end;
    }
  }
}
