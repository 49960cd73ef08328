package dev.svodka.reconcile.amocrm;

import dev.svodka.source.amocrm.api.ApiPage;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

/**
 * Reads the numbered pages of a list that lives. Rows shift between pages when others come and go,
 * so the list is gone over until a pass brings nothing new; each row is given once for each state
 * in which it is met.
 */
final class QuietPages {
  /** Beyond it a further pass would take longer than the list stays quiet. */
  private static final int MOST_PAGES_TWICE = 400;

  private static final int MOST_PASSES = 8;

  private QuietPages() {}

  /**
   * Reads the list.
   *
   * @param first page to begin the first pass with
   * @param wanted whether the rows that follow this one are wanted too
   * @param each takes rows not met before and the number of their page
   */
  static void read(
      int first,
      IntFunction<ApiPage> pages,
      Predicate<FormNode> wanted,
      ObjIntConsumer<List<FormNode>> each) {
    Set<String> met = new HashSet<>();
    int begin = first;
    boolean fresh = true;
    for (int pass = 0; fresh && pass < MOST_PASSES; pass++) {
      fresh = false;
      int page = begin;
      boolean more = true;
      while (more) {
        ApiPage answer = pages.apply(page);
        List<FormNode> unmet = new ArrayList<>();
        for (FormNode row : answer.rows()) {
          if (met.add(state(row))) {
            unmet.add(row);
          }
        }
        if (!unmet.isEmpty()) {
          each.accept(unmet, page);
          fresh = true;
        }
        more =
            answer.next().isPresent()
                && (answer.rows().isEmpty() || wanted.test(answer.rows().getLast()));
        page++;
      }
      int read = page - begin;
      fresh &= read > 1 && read <= MOST_PAGES_TWICE;
      begin = 1;
    }
  }

  private static String state(FormNode row) {
    String id = row.text("id").or(() -> row.text("uid")).orElse("");
    return id + '/' + row.text("updated_at").orElse("");
  }
}
