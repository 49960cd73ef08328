package dev.svodka.core.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One change of one item: the one contract between the parts.
 *
 * <p>An empty {@link Optional} says that the event does not tell the field; an empty string says
 * that it tells the field to be empty. An amount or a deadline that is told to be empty stands in
 * {@code fields} under {@link #AMOUNT_FIELD} or {@link #DUE_FIELD} with an empty value.
 *
 * @param eventId 128-bit hash as 32 hex digits, see {@link EventId}
 * @param amount the item's amount or the sum paid, in units of the currency, 2 decimals
 * @param occurredAt when it happened; milliseconds, UTC
 * @param receivedAt when it became durable here; milliseconds, UTC
 * @param seq place in the file or in the delivery
 * @param fields the other scalars that the business file keeps or reads
 */
public record ChangeEvent(
    String eventId,
    String account,
    SourceKind source,
    Via via,
    ItemRef item,
    Optional<ItemRef> parent,
    Kind kind,
    Optional<String> pipeline,
    Optional<String> stage,
    Optional<String> stageBefore,
    Optional<String> owner,
    Optional<String> actor,
    Optional<String> customerId,
    Optional<String> customerName,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<Instant> dueAt,
    Instant occurredAt,
    Instant receivedAt,
    long seq,
    SortedMap<String, String> fields) {

  /** Key in {@code fields} whose empty value tells that the item has no amount any more. */
  public static final String AMOUNT_FIELD = "amount";

  /** Key in {@code fields} whose empty value tells that the item has no deadline any more. */
  public static final String DUE_FIELD = "due_at";

  /** Scale of every amount. */
  public static final int AMOUNT_SCALE = 2;

  public ChangeEvent {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(account, "account is null");
    requireNonNull(source, "source is null");
    requireNonNull(via, "via is null");
    requireNonNull(item, "item is null");
    requireNonNull(kind, "kind is null");
    amount = amount.map(value -> value.setScale(AMOUNT_SCALE, RoundingMode.HALF_EVEN));
    dueAt = dueAt.map(value -> value.truncatedTo(ChronoUnit.MILLIS));
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    fields =
        fields.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** The same event with the moment at which it became durable; its identity does not change. */
  public ChangeEvent receivedAt(Instant moment) {
    return copy(eventId, moment);
  }

  /**
   * The same event of a history file in which {@code earlier} rows have the same content: the
   * identity that {@link ChangeEventBuilder#build(int)} gives.
   */
  public ChangeEvent repeated(int earlier) {
    return copy(EventId.of(this, earlier), receivedAt);
  }

  /**
   * The same event of a history file, told apart from those that say the same.
   *
   * @param number how many earlier rows of the file have the same content
   */
  public ChangeEvent occurrence(int number) {
    return withId(EventId.of(this, number));
  }

  ChangeEvent withId(String id) {
    return copy(id, receivedAt);
  }

  private ChangeEvent copy(String id, Instant received) {
    return new ChangeEvent(
        id,
        account,
        source,
        via,
        item,
        parent,
        kind,
        pipeline,
        stage,
        stageBefore,
        owner,
        actor,
        customerId,
        customerName,
        amount,
        currency,
        dueAt,
        occurredAt,
        received,
        seq,
        fields);
  }

  /** A builder for an event of one item; all that is not set is not told. */
  public static ChangeEventBuilder of(
      String account, SourceKind source, Via via, ItemRef item, Kind kind) {
    return new ChangeEventBuilder(account, source, via, item, kind);
  }
}
