package dev.svodka.source.amocrm.api;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.form.FormNode;
import dev.svodka.source.form.JsonForm;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param rows in the order of the answer
 * @param next the address of the next page as the answer tells it: to be compared, never called
 */
public record ApiPage(List<FormNode> rows, Optional<String> next) {
  public ApiPage {
    rows = List.copyOf(rows);
  }

  /** What an answer without a body (204) says: there is nothing. */
  public static ApiPage empty() {
    return new ApiPage(List.of(), Optional.empty());
  }

  /**
   * Reads {@code _embedded.<key>} and {@code _links.next.href}; an answer that is one thing and no
   * list is a page of one row.
   *
   * @throws SvodkaException {@code INPUT_INVALID} or {@code INPUT_TOO_LARGE} for what is no JSON
   */
  public static ApiPage read(byte[] body, String key) {
    FormNode root = JsonForm.answer(body);
    Optional<FormNode> list = root.child("_embedded").flatMap(embedded -> embedded.child(key));
    if (list.isEmpty() && root.text("id").or(() -> root.text("uid")).isPresent()) {
      return new ApiPage(List.of(root), Optional.empty());
    }
    return new ApiPage(
        list.map(rows -> List.copyOf(rows.children().values())).orElse(List.of()),
        root.child("_links")
            .flatMap(links -> links.child("next"))
            .flatMap(next -> next.text("href"))
            .filter(href -> !href.isEmpty()));
  }
}
