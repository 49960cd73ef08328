package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.Cells;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes the events of a log.
 *
 * @param begun a creation whose own stage is no move, told apart from what it is
 * @param kinds by stage
 */
record LogMakers(
    EventMaker created, EventMaker begun, EventMaker moved, Map<String, EventMaker> kinds) {
  /** When an event happened. */
  static final String TIME = "time:timestamp";

  private static final Template STAGE = Template.of("{concept:name}");

  static LogMakers of(
      Business business,
      ImportRule rule,
      Slots slots,
      CellStyle style,
      List<FieldCell> eventFields,
      List<FieldCell> traceFields) {
    Cells cells = withStage(rule.cells(), Optional.of(stage(rule)));
    List<FieldCell> all = Stream.concat(traceFields.stream(), eventFields.stream()).toList();
    Map<String, EventMaker> kinds = new HashMap<>();
    rule.kinds()
        .forEach(
            (stage, kind) ->
                kinds.put(
                    stage,
                    maker(
                        business,
                        slots,
                        style,
                        kind.kind(),
                        withAmount(cells, kind.amount()),
                        kind.kind() == Kind.CREATED ? all : eventFields)));
    return new LogMakers(
        maker(business, slots, style, Kind.CREATED, cells, all),
        maker(business, slots, style, Kind.CREATED, withStage(cells, Optional.empty()), all),
        maker(business, slots, style, Kind.MOVED, cells, eventFields),
        kinds);
  }

  /** What an event's stage is read from. */
  static Template stage(ImportRule rule) {
    return rule.cells().stage().orElse(STAGE);
  }

  private static EventMaker maker(
      Business business,
      Slots slots,
      CellStyle style,
      Kind kind,
      Cells cells,
      List<FieldCell> fields) {
    EventPlan plan =
        new EventPlan(kind, Cell.column(TIME, slots), List.of(), BoundCells.of(cells, slots), null);
    return new EventMaker(
        business.account(), business.currency(), SourceKind.XES, plan, style, fields);
  }

  private static Cells withStage(Cells cells, Optional<Template> stage) {
    return new Cells(
        cells.pipeline(),
        stage,
        cells.owner(),
        cells.actor(),
        cells.customerId(),
        cells.customerName(),
        cells.amount(),
        cells.currency(),
        cells.due(),
        cells.received());
  }

  private static Cells withAmount(Cells cells, Optional<Template> amount) {
    return new Cells(
        cells.pipeline(),
        cells.stage(),
        cells.owner(),
        cells.actor(),
        cells.customerId(),
        cells.customerName(),
        amount.or(cells::amount),
        cells.currency(),
        cells.due(),
        cells.received());
  }
}
