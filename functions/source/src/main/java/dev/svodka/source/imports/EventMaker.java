package dev.svodka.source.imports;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.core.payment.InvoiceReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of one plan.
 *
 * <p>A cell that is there and empty tells that the item has no such thing (any more). On a {@code
 * created} event that changes nothing, and a payment does not tell the item's amount: there it is
 * not told at all.
 */
final class EventMaker {
  /** Ids of the source; as long as {@code EventJson} reads. */
  static final int MAX_ID = 256;

  private static final int MAX_NAME = 1_024;

  private final String account;
  private final String defaultCurrency;
  private final SourceKind source;
  private final EventPlan plan;
  private final CellStyle style;
  private final List<FieldCell> fields;

  EventMaker(
      String account,
      String defaultCurrency,
      SourceKind source,
      EventPlan plan,
      CellStyle style,
      List<FieldCell> fields) {
    this.account = account;
    this.defaultCurrency = defaultCurrency;
    this.source = source;
    this.plan = plan;
    this.style = style;
    this.fields = List.copyOf(fields);
  }

  EventPlan plan() {
    return plan;
  }

  /**
   * When the event happened.
   *
   * @return {@link Moments#NONE} where it has not
   */
  long moment(@Nullable String[] row) throws RowRejected {
    return date(plan.moment(), row);
  }

  @Nullable String stage(@Nullable String[] row) throws RowRejected {
    Cell cell = plan.cells().stage();
    String stage = cell == null ? null : cell.read(row);
    if (cell != null && plan.kind() == Kind.MOVED && (stage == null || stage.isEmpty())) {
      throw new RowRejected(cell.field(), "no stage: " + cell.field() + " is empty");
    }
    return bounded(cell, told(stage), MAX_NAME);
  }

  ChangeEventBuilder make(
      @Nullable String[] row, ItemRef item, @Nullable ItemRef parent, long moment, long seq)
      throws RowRejected {
    BoundCells cells = plan.cells();
    ChangeEventBuilder event =
        ChangeEvent.of(account, source, Via.FILE, item, plan.kind())
            .parent(parent)
            .pipeline(text(cells.pipeline(), row, MAX_ID))
            .stage(stage(row))
            .owner(text(cells.owner(), row, MAX_ID))
            .actor(text(cells.actor(), row, MAX_ID))
            .customer(
                text(cells.customerId(), row, MAX_ID), text(cells.customerName(), row, MAX_NAME))
            .occurredAt(Instant.ofEpochMilli(moment))
            .seq(seq);
    for (FieldCell field : fields) {
      String value = told(field.cell().read(row));
      if (value != null) {
        event.field(field.name(), value.isEmpty() ? "" : kept(field, value));
      }
    }
    amount(event, row);
    due(event, row);
    Cell purpose = plan.purpose();
    if (purpose != null && parent == null) {
      String text = purpose.read(row);
      event.field(
          InvoiceReference.FIELD,
          InvoiceReference.write(InvoiceReference.in(text == null ? "" : text)));
    }
    long received = cells.received() == null ? Moments.NONE : date(cells.received(), row);
    return received == Moments.NONE ? event : event.receivedAt(Instant.ofEpochMilli(received));
  }

  private String kept(FieldCell field, String value) throws RowRejected {
    return switch (field.form()) {
      case VALUE -> value;
      case PRESENCE -> "1";
      case MOMENT -> {
        Instant moment = Instant.ofEpochMilli(moment(field.cell(), value));
        yield moment.toString();
      }
    };
  }

  private void amount(ChangeEventBuilder event, @Nullable String[] row) throws RowRejected {
    Cell cell = plan.cells().amount();
    String text = cell == null ? null : told(cell.read(row));
    if (cell == null || text == null) {
      return;
    }
    if (text.isEmpty()) {
      if (plan.kind() != Kind.PAID) {
        event.field(ChangeEvent.AMOUNT_FIELD, "");
      }
      return;
    }
    Optional<BigDecimal> amount = AmountShape.read(text, style.decimalComma());
    if (amount.isEmpty()) {
      throw new RowRejected(cell.field(), cell.field() + " is no amount");
    }
    event.amount(amount.get()).currency(currency(row));
  }

  private String currency(@Nullable String[] row) throws RowRejected {
    Cell cell = plan.cells().currency();
    String text = cell == null ? null : cell.read(row);
    if (cell == null || text == null || text.isEmpty()) {
      return defaultCurrency;
    }
    String code = text.toUpperCase(Locale.ROOT);
    boolean letters = code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (!letters) {
      throw new RowRejected(cell.field(), cell.field() + " is no currency code such as RUB");
    }
    return code;
  }

  private void due(ChangeEventBuilder event, @Nullable String[] row) throws RowRejected {
    Cell cell = plan.cells().due();
    String text = cell == null ? null : told(cell.read(row));
    if (cell == null || text == null) {
      return;
    }
    if (text.isEmpty()) {
      event.field(ChangeEvent.DUE_FIELD, "");
    } else {
      event.dueAt(Instant.ofEpochMilli(date(cell, row)));
    }
  }

  private long date(Cell cell, @Nullable String[] row) throws RowRejected {
    String text = cell.read(row);
    if (text == null || text.isEmpty()) {
      return Moments.NONE;
    }
    return moment(cell, text);
  }

  private long moment(Cell cell, String text) throws RowRejected {
    long millis = style.moments(cell).millis(text);
    if (millis == Moments.NONE) {
      throw new RowRejected(cell.field(), cell.field() + " is no date");
    }
    return millis;
  }

  private @Nullable String text(@Nullable Cell cell, @Nullable String[] row, int most)
      throws RowRejected {
    return cell == null ? null : bounded(cell, told(cell.read(row)), most);
  }

  static @Nullable String bounded(@Nullable Cell cell, @Nullable String value, int most)
      throws RowRejected {
    if (cell != null && value != null && value.length() > most) {
      throw new RowRejected(cell.field(), cell.field() + " is longer than " + most + " characters");
    }
    return value;
  }

  private @Nullable String told(@Nullable String value) {
    return value != null && value.isEmpty() && plan.kind() == Kind.CREATED ? null : value;
  }
}
