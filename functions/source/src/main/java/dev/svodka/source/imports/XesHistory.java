package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.file.Nearest;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.csv.CsvRow;
import dev.svodka.source.xes.XesLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process log: an item is a trace, and each of its events a move. The event that is first in time
 * (of several, the one that stands first) is the trace's creation, of those that the import lets
 * through and that say when they happened; it carries the trace's attributes.
 */
final class XesHistory implements HistoryReader {

  private final HistoryFile file;
  private final XesNames names;
  private final RuleCells rule;
  private final TraceStarts starts;
  private final LogMakers makers;

  private XesHistory(
      HistoryFile file, XesNames names, RuleCells rule, TraceStarts starts, LogMakers makers) {
    this.file = file;
    this.names = names;
    this.rule = rule;
    this.starts = starts;
    this.makers = makers;
  }

  static XesHistory examine(HistoryFile file, ImportRule rule, Business business)
      throws IOException {
    CellStyle style =
        new CellStyle(
            Map.of(),
            Moments.byShape(rule.dialect().zone().orElse(business.zone()), false, false),
            rule.dialect().decimalComma().orElse(false));
    Slots slots = new Slots();
    RuleCells cells = RuleCells.of(rule, slots);
    List<String> needed = new ArrayList<>(slots.names());
    LogMakers bare = LogMakers.of(business, rule, slots, style, List.of(), List.of());
    needed.addAll(LogMakers.stage(rule).names());
    needed.add(LogMakers.TIME);
    XesNames names = new XesNames(file.name(), slots, new KeptNames(business, rule));
    TraceStarts starts = new TraceStarts(cells, bare.moved());
    try (InputStream log = file.open()) {
      XesLog.read(file.name(), log, new XesRow(file.name(), names, starts::row));
    }
    if (starts.events() > 0) {
      needed.stream()
          .filter(name -> !names.has(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw lacking(file.name(), rule, names, name);
              });
    }
    LogMakers makers =
        LogMakers.of(business, rule, slots, style, names.eventFields(), names.traceFields());
    return new XesHistory(file, names, cells, starts, makers);
  }

  private static SvodkaException lacking(
      String file, ImportRule rule, XesNames names, String name) {
    boolean ofTrace = name.startsWith(KeptNames.CASE);
    return new SvodkaException(
        ErrorCode.INPUT_INVALID,
        file
            + ": no "
            + (ofTrace ? "trace" : "event")
            + " of the log has the attribute `"
            + (ofTrace ? name.substring(KeptNames.CASE.length()) : name)
            + "`, which the rule for `"
            + rule.files()
            + "` reads: "
            + Nearest.hint(name, names.all()));
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    Run run = new Run(events, tally);
    try (InputStream log = file.open()) {
      XesLog.read(file.name(), log, new XesRow(file.name(), names, run::row));
    }
  }

  /** One going through the log. */
  private final class Run {
    private final RowEvents events;
    private final Tally tally;
    private final List<ChangeEventBuilder> builders = new ArrayList<>();
    private long number;

    Run(RowEvents events, Tally tally) {
      this.events = events;
      this.tally = tally;
    }

    void row(XesRow row) {
      number++;
      try {
        if (!row.longValue().isEmpty()) {
          throw new RowRejected(
              row.longValue(),
              row.longValue() + " is longer than " + CsvRow.MAX_CELL_CHARS + " characters");
        }
        if (TraceStarts.filtered(rule, makers.moved(), row.values())) {
          tally.filtered();
        } else {
          read(row);
          events.give(builders);
        }
      } catch (RowRejected e) {
        tally.rejected(file.name(), row.line(), e.field(), e.reason());
      }
    }

    private void read(XesRow row) throws RowRejected {
      @Nullable String[] values = row.values();
      ItemRef item = rule.item(values);
      ItemRef parent = rule.parent(values);
      long moment = makers.moved().moment(values);
      if (moment == Moments.NONE) {
        throw new RowRejected(LogMakers.TIME, "no event: " + LogMakers.TIME + " is empty");
      }
      EventMaker kind = makers.kinds().get(makers.moved().stage(values));
      boolean first = starts.begins(row);
      boolean twofold = first && kind != null && kind.plan().kind() != Kind.CREATED;
      builders.clear();
      if (twofold) {
        builders.add(makers.begun().make(values, item, parent, moment, 2 * number - 1));
      }
      EventMaker maker = kind != null ? kind : first ? makers.created() : makers.moved();
      builders.add(maker.make(values, item, parent, moment, 2 * number));
    }
  }
}
