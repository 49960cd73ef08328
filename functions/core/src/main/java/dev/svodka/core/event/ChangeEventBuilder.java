package dev.svodka.core.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what one event tells; {@code null} in a setter means: not told. */
public final class ChangeEventBuilder {
  private final String account;
  private final SourceKind source;
  private final Via via;
  private final ItemRef item;
  private final Kind kind;
  private @Nullable ItemRef parent;
  private @Nullable String pipeline;
  private @Nullable String stage;
  private @Nullable String stageBefore;
  private @Nullable String owner;
  private @Nullable String actor;
  private @Nullable String customerId;
  private @Nullable String customerName;
  private @Nullable BigDecimal amount;
  private @Nullable String currency;
  private @Nullable Instant dueAt;
  private @Nullable Instant occurredAt;
  private @Nullable Instant receivedAt;
  private long seq;
  private SortedMap<String, String> fields = Collections.emptySortedMap();

  ChangeEventBuilder(String account, SourceKind source, Via via, ItemRef item, Kind kind) {
    this.account = account;
    this.source = source;
    this.via = via;
    this.item = item;
    this.kind = kind;
  }

  public ChangeEventBuilder parent(@Nullable ItemRef value) {
    parent = value;
    return this;
  }

  public ChangeEventBuilder pipeline(@Nullable String value) {
    pipeline = value;
    return this;
  }

  public ChangeEventBuilder stage(@Nullable String value) {
    stage = value;
    return this;
  }

  public ChangeEventBuilder stageBefore(@Nullable String value) {
    stageBefore = value;
    return this;
  }

  public ChangeEventBuilder owner(@Nullable String value) {
    owner = value;
    return this;
  }

  public ChangeEventBuilder actor(@Nullable String value) {
    actor = value;
    return this;
  }

  public ChangeEventBuilder customer(@Nullable String id, @Nullable String name) {
    customerId = id;
    customerName = name;
    return this;
  }

  public ChangeEventBuilder amount(@Nullable BigDecimal value) {
    amount = value;
    return this;
  }

  public ChangeEventBuilder currency(@Nullable String value) {
    currency = value;
    return this;
  }

  public ChangeEventBuilder dueAt(@Nullable Instant value) {
    dueAt = value;
    return this;
  }

  public ChangeEventBuilder occurredAt(Instant value) {
    occurredAt = value;
    return this;
  }

  /** Left out: the moment at which it occurred. */
  public ChangeEventBuilder receivedAt(@Nullable Instant value) {
    receivedAt = value;
    return this;
  }

  public ChangeEventBuilder seq(long value) {
    seq = value;
    return this;
  }

  public ChangeEventBuilder field(String name, String value) {
    if (fields.isEmpty()) {
      fields = new TreeMap<>();
    }
    fields.put(name, value);
    return this;
  }

  /** The event of a live source: identity by content. */
  public ChangeEvent build() {
    return build(0);
  }

  /**
   * The event of a history file.
   *
   * @param occurrence how many earlier rows of the same file have the same content
   */
  public ChangeEvent build(int occurrence) {
    Instant happened = requireNonNull(occurredAt, "occurredAt is null");
    ChangeEvent draft =
        new ChangeEvent(
            "",
            account,
            source,
            via,
            item,
            Optional.ofNullable(parent),
            kind,
            Optional.ofNullable(pipeline),
            Optional.ofNullable(stage),
            Optional.ofNullable(stageBefore),
            Optional.ofNullable(owner),
            Optional.ofNullable(actor),
            Optional.ofNullable(customerId),
            Optional.ofNullable(customerName),
            Optional.ofNullable(amount),
            Optional.ofNullable(currency),
            Optional.ofNullable(dueAt),
            happened,
            receivedAt == null ? happened : receivedAt,
            seq,
            fields);
    return draft.withId(EventId.of(draft, occurrence));
  }
}
