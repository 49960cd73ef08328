package dev.svodka.source.amocrm.api;

import dev.svodka.source.Named;
import dev.svodka.source.Named.What;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names as the API tells them now; it keeps no history of them. */
public final class ApiNames {
  private static final int NO_ORDER = 0;

  private ApiNames() {}

  /** The rows of {@code /leads/pipelines}: the pipelines and their stages. */
  public static List<Named> pipelines(List<FormNode> rows) {
    List<Named> names = new ArrayList<>();
    for (FormNode pipeline : rows) {
      named(What.PIPELINE, pipeline).ifPresent(names::add);
      pipeline
          .child("_embedded")
          .flatMap(embedded -> embedded.child("statuses"))
          .ifPresent(list -> names.addAll(statuses(List.copyOf(list.children().values()))));
    }
    return names;
  }

  /** The rows of one pipeline's {@code /statuses}. */
  public static List<Named> statuses(List<FormNode> rows) {
    List<Named> names = new ArrayList<>();
    for (FormNode status : rows) {
      Optional<String> pipeline = status.text("pipeline_id");
      named(What.STAGE, status)
          .map(
              stage ->
                  new Named(
                      What.STAGE,
                      pipeline.orElse("") + '/' + stage.id(),
                      stage.name(),
                      stage.order()))
          .ifPresent(names::add);
    }
    return names;
  }

  /** The rows of {@code /users}. */
  public static List<Named> users(List<FormNode> rows) {
    return all(What.OWNER, rows);
  }

  /** The rows of {@code /leads/loss_reasons}. */
  public static List<Named> lossReasons(List<FormNode> rows) {
    return all(What.REASON, rows);
  }

  /** The list that holds the invoices, of the rows of {@code /catalogs}. */
  public static Optional<String> invoiceCatalog(List<FormNode> rows) {
    return rows.stream()
        .filter(row -> row.text("type").equals(Optional.of("invoices")))
        .findFirst()
        .flatMap(row -> row.text("id"));
  }

  private static List<Named> all(What what, List<FormNode> rows) {
    return rows.stream().flatMap(row -> named(what, row).stream()).toList();
  }

  private static Optional<Named> named(What what, FormNode row) {
    return row.text("id")
        .flatMap(
            id -> row.text("name").map(name -> new Named(what, id, name, order(row.text("sort")))));
  }

  private static int order(Optional<String> sort) {
    return sort.filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt).orElse(NO_ORDER);
  }
}
