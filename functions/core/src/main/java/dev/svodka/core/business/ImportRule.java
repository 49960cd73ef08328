package dev.svodka.core.business;

import dev.svodka.core.event.Kind;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a history file become events.
 *
 * @param files glob of file names; the first rule that matches wins
 * @param item type and id of the item that a row or a trace tells of
 * @param only event attribute ▶ values that pass, case ignored
 * @param kinds stage ▶ what it is where it is no move
 * @param events the events that one row gives; empty for XES, where each event is one
 * @param purpose the text in which a payment names the invoices that it pays; of it only their
 *     numbers and dates are kept
 * @param outgoing what the payments that go out become; left out: nothing
 */
public record ImportRule(
    String files,
    Format format,
    Dialect dialect,
    ItemTemplate item,
    Optional<ItemTemplate> parent,
    Cells cells,
    Optional<SameStage> sameStage,
    Map<String, List<String>> only,
    Optional<String> stagePrefix,
    Map<String, KindRule> kinds,
    List<String> fields,
    List<EventRule> events,
    Optional<Template> purpose,
    Optional<Outgoing> outgoing) {

  /** The file formats that an import rule reads. */
  public enum Format {
    CSV,
    XES,
    JSONL,
    ARROW,
    PARQUET,
    ONEC_BANK,
    COMMERCEML
  }

  /** Whether an event that names the stage an item stands in begins a new visit. */
  public enum SameStage {
    NEW_VISIT,
    ONE_VISIT
  }

  /** What the file's text is written in; whatever is left out is detected over the whole file. */
  public record Dialect(
      Optional<Character> delimiter,
      Optional<String> encoding,
      Optional<ZoneId> zone,
      Optional<Boolean> decimalComma,
      Optional<String> dates) {
    public static final Dialect DETECTED =
        new Dialect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * Type and id of an item.
   *
   * @param type a word, or a template where the file's rows tell it
   */
  public record ItemTemplate(String type, Template id) {
    /** For files of our own events, whose columns tell type and id themselves. */
    public static final ItemTemplate OWN_EVENTS =
        new ItemTemplate("{item_type}", Template.of("{item_id}"));

    /** Whether items of this type may come by it. */
    public boolean gives(String itemType) {
      return type.indexOf('{') >= 0 || type.equals(itemType);
    }
  }

  /** The templates that fill an event; an event rule's own override the import's. */
  public record Cells(
      Optional<Template> pipeline,
      Optional<Template> stage,
      Optional<Template> owner,
      Optional<Template> actor,
      Optional<Template> customerId,
      Optional<Template> customerName,
      Optional<Template> amount,
      Optional<Template> currency,
      Optional<Template> due,
      Optional<Template> received) {
    /** These templates, and the other's where these have none. */
    public Cells orElse(Cells other) {
      return new Cells(
          pipeline.or(other::pipeline),
          stage.or(other::stage),
          owner.or(other::owner),
          actor.or(other::actor),
          customerId.or(other::customerId),
          customerName.or(other::customerName),
          amount.or(other::amount),
          currency.or(other::currency),
          due.or(other::due),
          received.or(other::received));
    }
  }

  /**
   * Payments of a bank statement that go out, such as registers of payroll.
   *
   * @param only name in the document ▶ values that pass, case ignored
   */
  public record Outgoing(ItemTemplate item, Map<String, List<String>> only) {
    public Outgoing {
      only = Ordered.copyLists(only);
    }
  }

  /** A stage that is no move but, say, a payment. */
  public record KindRule(Kind kind, Optional<Template> amount) {}

  /**
   * One event of a row.
   *
   * @param when column ▶ values that pass; all must
   */
  public record EventRule(Kind kind, Template moment, Map<String, List<String>> when, Cells cells) {
    public EventRule {
      when = Ordered.copyLists(when);
    }
  }

  public ImportRule {
    only = Ordered.copyLists(only);
    kinds = Ordered.copy(kinds);
    fields = List.copyOf(fields);
    events = List.copyOf(events);
  }

  /** {@code same-stage}: as the rule says, else a new visit in process logs. */
  public SameStage visits() {
    return sameStage.orElse(format == Format.XES ? SameStage.NEW_VISIT : SameStage.ONE_VISIT);
  }
}
