package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.file.Nearest;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.onec.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents with named values become events by a rule, as the rows of a table do. */
final class DocumentRows {
  /** The files of 1C have some hundred names; more of them are made to fill a machine. */
  private static final int MAX_NAMES = 10_000;

  private final String file;
  private final ImportRule rule;
  private final Business business;
  private final Slots slots = new Slots();
  private final RuleCells cells;
  private final List<String> read;
  private final Set<String> names;
  private final KeptNames kept;
  private final CellStyles styles;
  private final List<FieldCell> fields = new ArrayList<>();
  private final List<ChangeEventBuilder> events = new ArrayList<>();
  private List<EventMaker> makers = List.of();
  private @Nullable String[] values = new @Nullable String[0];

  /**
   * @param known the names of the format, which need not occur in the file
   */
  DocumentRows(String file, ImportRule rule, Business business, Set<String> known) {
    this.file = file;
    this.rule = rule;
    this.business = business;
    this.cells = RuleCells.of(rule, slots);
    this.read = slots.names();
    this.names = new LinkedHashSet<>(known);
    this.kept = new KeptNames(business, rule);
    this.styles =
        new CellStyles(
            file, rule.dialect(), business.zone(), cells.dates(List.of()), cells.amounts());
  }

  /** Looks at a document of the first going through. */
  void look(Document document) {
    for (String name : document.values().keySet()) {
      if (names.add(name) && names.size() > MAX_NAMES) {
        throw new SvodkaException(
            ErrorCode.INPUT_TOO_LARGE,
            file + " has more than " + MAX_NAMES + " names of values, as no such file has");
      }
    }
    fill(document);
    styles.look(values, document.line());
  }

  /**
   * What is found over the whole file is held to from here on.
   *
   * @throws SvodkaException where the rule reads a name that is nowhere in the file
   */
  CellStyle found() {
    for (String name : read) {
      if (!names.contains(name)) {
        throw new SvodkaException(
            ErrorCode.INPUT_INVALID,
            file
                + ": no document tells `"
                + name
                + "`, which the rule for `"
                + rule.files()
                + "` reads: "
                + Nearest.hint(name, names));
      }
    }
    for (String name : names) {
      kept.form(name)
          .ifPresent(form -> fields.add(new FieldCell(name, Cell.column(name, slots), form)));
    }
    CellStyle style = styles.found();
    makers = cells.events().stream().map(plan -> maker(plan, style)).toList();
    return style;
  }

  EventMaker maker(EventPlan plan, CellStyle style) {
    return new EventMaker(
        business.account(), business.currency(), SourceKind.ONEC, plan, style, fields);
  }

  Slots slots() {
    return slots;
  }

  /** The document's values, by slot; filled anew for the next. */
  @Nullable String[] fill(Document document) {
    List<String> wanted = slots.names();
    if (values.length != wanted.size()) {
      values = new @Nullable String[wanted.size()];
    }
    for (int slot = 0; slot < values.length; slot++) {
      String value = document.get(wanted.get(slot));
      // a document has all its names, filled or not: what is empty is not told
      values[slot] = value.isEmpty() ? null : value;
    }
    return values;
  }

  /** Whether {@code only} lets the document through. */
  boolean passes(Document document) {
    return cells.passes(fill(document));
  }

  /**
   * The events of a document that passes, valid until the next.
   *
   * @param place what its {@code seq} counts from
   */
  List<ChangeEventBuilder> events(Document document, long place) throws RowRejected {
    @Nullable String[] row = fill(document);
    ItemRef item = cells.item(row);
    ItemRef parent = cells.parent(row);
    events.clear();
    for (int i = 0; i < makers.size(); i++) {
      EventMaker maker = makers.get(i);
      if (maker.plan().holds(row)) {
        long moment = maker.moment(row);
        if (moment != Moments.NONE) {
          events.add(maker.make(row, item, parent, moment, place * makers.size() + i + 1));
        }
      }
    }
    if (events.isEmpty()) {
      throw new RowRejected("", "no event: the document tells no date of one");
    }
    return events;
  }
}
