package dev.svodka.source.bitrix24;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.form.FormNode;
import dev.svodka.source.form.JsonForm;
import java.util.List;
import java.util.Optional;

/**
 * The envelope of an answer.
 *
 * @param rows of {@code result}, wherever the method puts them; a single item is one row
 * @param error the error's code, such as {@code QUERY_LIMIT_EXCEEDED}
 */
public record Bitrix24Answer(List<FormNode> rows, Optional<String> error) {
  private static final List<String> LISTS = List.of("items", "categories", "events", "tasks");

  public Bitrix24Answer {
    rows = List.copyOf(rows);
  }

  /**
   * Reads an answer.
   *
   * @throws SvodkaException {@code INPUT_INVALID} or {@code INPUT_TOO_LARGE} for what is no JSON
   */
  public static Bitrix24Answer read(byte[] body) {
    FormNode root = JsonForm.answer(body);
    Optional<String> error = root.text("error").filter(code -> code.matches("[A-Za-z0-9_]{1,60}"));
    return new Bitrix24Answer(
        root.child("result").map(Bitrix24Answer::rows).orElse(List.of()), error);
  }

  private static List<FormNode> rows(FormNode result) {
    Optional<FormNode> item = result.child("item");
    if (item.isPresent()) {
      return List.of(item.get());
    }
    for (String list : LISTS) {
      Optional<FormNode> rows = result.child(list);
      if (rows.isPresent()) {
        return List.copyOf(rows.get().children().values());
      }
    }
    return List.copyOf(result.children().values());
  }
}
