package dev.svodka.source.bitrix24;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.KeptFields;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item of {@code crm.item.list}: its creation, and its state as of its last change. Moves
 * are for the stage history to tell. Fields are those that the business file keeps or reads, by the
 * name that the method gives them ({@code ufCrm_…}); {@code budget} is also {@code opportunity}.
 */
final class CardReader {
  private static final int LENGTH = 500;
  private static final String PRESENT = "1";

  private final Business business;
  private final KeptFields kept;

  CardReader(Business business) {
    this.business = business;
    this.kept = KeptFields.of(business);
  }

  void read(ItemRef item, Row row, Sink sink) {
    row.time("createdTime")
        .ifPresent(
            time ->
                sink.add(
                    sink.event(item, Kind.CREATED, time)
                        .actor(row.some("createdBy").orElse(null))));
    ChangeEventBuilder event =
        sink.event(item, Kind.CHANGED, row.neededTime("updatedTime"))
            .pipeline(row.id("categoryId").orElse(null))
            .stage(row.id("stageId", "statusId").orElse(null))
            .owner(owner(row))
            .parent(
                row.some("parentId2").map(id -> new ItemRef(Bitrix24Types.DEAL, id)).orElse(null))
            .customer(row.some("companyId").orElse(null), null)
            .actor(row.some("updatedBy").orElse(null));
    row.amount("opportunity")
        .ifPresent(
            sum ->
                event.amount(sum).currency(row.currency("currencyId").orElse(business.currency())));
    due(item, row, event);
    fields(item.type(), row, event);
    sink.add(event);
  }

  private static @Nullable String owner(Row row) {
    return row.id("assignedById").map(id -> "0".equals(id) ? "" : id).orElse(null);
  }

  private void due(ItemRef item, Row row, ChangeEventBuilder event) {
    Optional<String> key =
        business.processes().values().stream()
            .filter(process -> process.items().type().equals(item.type()))
            .flatMap(process -> Optional.ofNullable(process.fields().get("due")).stream())
            .filter(name -> row.node().text(name).isPresent())
            .findFirst();
    key.ifPresent(
        name ->
            row.time(name)
                .ifPresentOrElse(event::dueAt, () -> event.field(ChangeEvent.DUE_FIELD, "")));
  }

  private void fields(String itemType, Row row, ChangeEventBuilder event) {
    row.node()
        .children()
        .forEach(
            (key, child) ->
                child
                    .value()
                    .ifPresent(
                        value -> {
                          put(itemType, key, value, event);
                          if (key.equals("opportunity")) {
                            put(itemType, "budget", value.matches("0(\\.0*)?") ? "" : value, event);
                          }
                        }));
  }

  private void put(String itemType, String name, String value, ChangeEventBuilder event) {
    switch (kept.keeping(itemType, name)) {
      case DROPPED -> {}
      case PRESENCE -> event.field(name, value.isEmpty() ? "" : PRESENT);
      case VALUE -> event.field(name, shortened(value));
    }
  }

  private static String shortened(String value) {
    if (value.length() <= LENGTH) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    return value.substring(0, end);
  }
}
