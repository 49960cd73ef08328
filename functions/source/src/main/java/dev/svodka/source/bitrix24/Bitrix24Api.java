package dev.svodka.source.bitrix24;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.Via;
import dev.svodka.source.Named;
import dev.svodka.source.Named.What;
import dev.svodka.source.Parsed;
import dev.svodka.source.Sink;
import dev.svodka.source.form.FormNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the rows of Bitrix24's REST methods give; each row is read whole or rejected. */
public final class Bitrix24Api {
  private static final String CREATED = "1";
  private static final String YES = "Y";

  private final Business business;
  private final LiveSource source;
  private final CardReader cards;

  public Bitrix24Api(Business business, LiveSource source) {
    this.business = business;
    this.source = source;
    this.cards = new CardReader(business);
  }

  /** Rows of {@code crm.stagehistory.list}: the creation and each move of items of one type. */
  public Parsed.Events stageHistory(String itemType, List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each(
        "stagehistory",
        rows,
        sink,
        row -> {
          Kind kind = row.needed("TYPE_ID").equals(CREATED) ? Kind.CREATED : Kind.MOVED;
          ItemRef item = new ItemRef(itemType, row.needed("OWNER_ID"));
          sink.add(
              sink.event(item, kind, row.neededTime("CREATED_TIME"))
                  .pipeline(row.id("CATEGORY_ID").orElse(null))
                  .stage(row.needed("STAGE_ID", "STATUS_ID")));
        });
    return sink.result();
  }

  /** Rows of {@code crm.item.list} or the item of {@code crm.item.get}: state and creation. */
  public Parsed.Events items(String itemType, List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each(
        "items", rows, sink, row -> cards.read(new ItemRef(itemType, row.needed("id")), row, sink));
    return sink.result();
  }

  /**
   * Rows of {@code crm.item.payment.list} of one item. Two payments of one sum at one moment are
   * two: rows that say the same are told apart by their order.
   */
  public Parsed.Events payments(ItemRef item, List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    Map<String, Integer> seen = new HashMap<>();
    each(
        "payments",
        rows,
        sink,
        row -> {
          Optional<BigDecimal> sum = row.amount("sum");
          if (!row.node().text("paid").equals(Optional.of(YES))) {
            sink.ignore(row.where(), "not paid yet");
          } else if (sum.isEmpty() || sum.get().signum() == 0) {
            sink.ignore(row.where(), "a payment of nothing");
          } else {
            ChangeEventBuilder event =
                sink.event(item, Kind.PAID, row.neededTime("datePaid"))
                    .amount(sum.get())
                    .currency(row.currency("currency").orElse(business.currency()))
                    .actor(row.some("empPaidId").orElse(null));
            ChangeEvent first = event.build();
            sink.add(event, seen.merge(first.eventId(), 1, Integer::sum) - 1);
          }
        });
    return sink.result();
  }

  /**
   * Rows of {@code bizproc.task.list}: approvals. A row tells its last change and no more, so a
   * running one is created at it and a finished one moved; in the cloud the rows of a workflow go a
   * day after it has ended.
   */
  public Parsed.Events approvals(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each("approvals", rows, sink, row -> approval(row, sink));
    return sink.result();
  }

  /** Rows of {@code tasks.task.list}: set, moved, done; done is a contact too. */
  public Parsed.Events tasks(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each("tasks", rows, sink, row -> Work.task(row, sink));
    return sink.result();
  }

  /** Rows of {@code crm.activity.list}: contacts by calls, meetings, letters and messages. */
  public Parsed.Events activities(List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each("activities", rows, sink, row -> Work.activity(row, sink));
    return sink.result();
  }

  /** Rows of {@code crm.timeline.comment.list} of one item: contacts by notes. */
  public Parsed.Events comments(ItemRef item, List<FormNode> rows, Instant receivedAt) {
    Sink sink = sink(receivedAt);
    each("comments", rows, sink, row -> Work.comment(item, row, sink));
    return sink.result();
  }

  private static void approval(Row row, Sink sink) {
    ItemRef item = new ItemRef(Bitrix24Types.APPROVAL, row.needed("ID"));
    String stage =
        switch (row.needed("STATUS")) {
          case "0" -> "running";
          case "1" -> "approved";
          case "2" -> "declined";
          case "3" -> "done";
          case "4" -> "timed-out";
          case "5" -> "cancelled";
          default -> throw row.bad("STATUS", "is none of 0 to 5");
        };
    Kind kind = stage.equals("running") ? Kind.CREATED : Kind.MOVED;
    ChangeEventBuilder event =
        sink.event(item, kind, row.neededTime("MODIFIED"))
            .pipeline(row.id("WORKFLOW_TEMPLATE_ID").orElse(null))
            .stage(stage)
            .owner(row.some("USER_ID").orElse(null))
            .parent(row.node().text("DOCUMENT_ID").flatMap(Bitrix24Types::document).orElse(null));
    row.time("OVERDUE_DATE").ifPresent(event::dueAt);
    if (kind == Kind.CREATED) {
      event.actor(row.some("WORKFLOW_STARTED_BY").orElse(null));
    }
    sink.add(event);
  }

  /** Rows of {@code user.get}. */
  public static List<Named> users(List<FormNode> rows) {
    return rows.stream()
        .flatMap(row -> named(What.OWNER, row.text("ID"), Optional.of(fullName(row)), "").stream())
        .toList();
  }

  /** Rows of {@code crm.category.list}. */
  public static List<Named> categories(List<FormNode> rows) {
    return rows.stream()
        .flatMap(row -> named(What.PIPELINE, row.text("id"), row.text("name"), "").stream())
        .toList();
  }

  /**
   * Rows of {@code crm.status.list}, of which those of stages have an {@code ENTITY_ID} such as
   * {@code DEAL_STAGE_1}: ids of stages tell their pipeline by themselves.
   */
  public static List<Named> stages(List<FormNode> rows) {
    return rows.stream()
        .filter(row -> row.text("ENTITY_ID").filter(entity -> entity.contains("STAGE")).isPresent())
        .flatMap(
            row ->
                named(
                    What.STAGE,
                    row.text("STATUS_ID"),
                    row.text("NAME"),
                    row.text("SORT").orElse(""))
                    .stream())
        .toList();
  }

  private static Optional<Named> named(
      What what, Optional<String> id, Optional<String> name, String sort) {
    int order = sort.matches("\\d{1,9}") ? Integer.parseInt(sort) : 0;
    return id.flatMap(
        told ->
            name.filter(text -> !text.isBlank()).map(text -> new Named(what, told, text, order)));
  }

  private static String fullName(FormNode user) {
    return Stream.of("NAME", "LAST_NAME")
        .flatMap(key -> user.text(key).stream())
        .filter(part -> !part.isBlank())
        .reduce((one, other) -> one + ' ' + other)
        .orElse("");
  }

  private Sink sink(Instant receivedAt) {
    return new Sink(business.account(), source, Via.API, receivedAt);
  }

  private void each(String list, List<FormNode> rows, Sink sink, Consumer<Row> reader) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = new Row(list + '/' + i, rows.get(i), source.zone());
      sink.whole(row.where(), () -> reader.accept(row));
    }
  }
}
