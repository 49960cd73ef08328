package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.ItemRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An import rule, its templates bound to the slots of a row. */
final class RuleCells {
  private final Ref item;
  private final @Nullable Ref parent;
  private final List<EventPlan.Pass> only;
  private final Optional<String> stagePrefix;
  private final List<EventPlan> events;

  private RuleCells(
      Ref item,
      @Nullable Ref parent,
      List<EventPlan.Pass> only,
      Optional<String> stagePrefix,
      List<EventPlan> events) {
    this.item = item;
    this.parent = parent;
    this.only = only;
    this.stagePrefix = stagePrefix;
    this.events = events;
  }

  /** Type and id of an item, bound. */
  private record Ref(Cell type, Cell id) {
    static Ref of(ItemTemplate template, Slots row) {
      return new Ref(Cell.of(Template.of(template.type()), row), Cell.of(template.id(), row));
    }
  }

  static RuleCells of(ImportRule rule, Slots row) {
    return new RuleCells(
        Ref.of(rule.item(), row),
        rule.parent().isEmpty() ? null : Ref.of(rule.parent().get(), row),
        rule.only().entrySet().stream()
            .map(entry -> new EventPlan.Pass(row.of(entry.getKey()), entry.getValue(), true))
            .toList(),
        rule.stagePrefix(),
        rule.events().stream().map(event -> EventPlan.of(event, rule, row)).toList());
  }

  List<EventPlan> events() {
    return events;
  }

  /** The cells that are read as dates, the kept fields' among them. */
  List<Cell> dates(List<FieldCell> fields) {
    List<Cell> dates = new ArrayList<>();
    for (EventPlan event : events) {
      dates.add(event.moment());
      Stream.of(event.cells().due(), event.cells().received())
          .filter(Objects::nonNull)
          .forEach(dates::add);
    }
    fields.stream()
        .filter(field -> field.form() == FieldCell.Form.MOMENT)
        .forEach(field -> dates.add(field.cell()));
    return dates;
  }

  /** The cells that are read as amounts. */
  List<Cell> amounts() {
    return events.stream()
        .map(event -> event.cells().amount())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Whether {@code only} lets the row through. */
  boolean passes(@Nullable String[] row) {
    for (EventPlan.Pass pass : only) {
      if (!pass.holds(row)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code stage-prefix} lets the stage through. */
  boolean prefixed(@Nullable String stage) {
    return stagePrefix.isEmpty() || (stage != null && stage.startsWith(stagePrefix.get()));
  }

  ItemRef item(@Nullable String[] row) throws RowRejected {
    ItemRef ref = ref(item, row);
    if (ref == null) {
      String field = item.id().field();
      throw new RowRejected(field, "no item: " + field + " is empty");
    }
    return ref;
  }

  /** The item that this one hangs on; null where the row names none. */
  @Nullable ItemRef parent(@Nullable String[] row) throws RowRejected {
    return parent == null ? null : ref(parent, row);
  }

  private static @Nullable ItemRef ref(Ref ref, @Nullable String[] row) throws RowRejected {
    String type = EventMaker.bounded(ref.type(), ref.type().read(row), EventMaker.MAX_ID);
    String id = EventMaker.bounded(ref.id(), ref.id().read(row), EventMaker.MAX_ID);
    return type == null || type.isEmpty() || id == null || id.isEmpty()
        ? null
        : new ItemRef(type, id);
  }
}
