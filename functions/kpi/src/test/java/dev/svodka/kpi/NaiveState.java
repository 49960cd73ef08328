package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The company of {@link RandomBooks} at a moment: nothing that happened then or later is known. */
final class NaiveState {
  static final ZoneId ZONE = ZoneId.of("America/St_Johns");
  static final long DAY = 86_400_000;
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  /** Money that came. {@code invoice} is null where it pays none. */
  record Payment(
      ItemRef of, @Nullable NaiveItem invoice, long moment, BigDecimal sum, String currency) {}

  /**
   * An invoice's account.
   *
   * @param paidAt since when it is paid in full
   * @param outcome 1 paid, 2 void, 0 neither: the last of them counts
   */
  record Account(
      NaiveItem invoice, BigDecimal paid, Optional<Long> paidAt, int outcome, long outcomeAt) {
    boolean cancelled() {
      return outcome == 2 || (outcome == 0 && !invoice.here);
    }

    BigDecimal owed() {
      BigDecimal rest = rest();
      return cancelled() || !invoice.here || rest.compareTo(TOLERANCE) <= 0
          ? BigDecimal.ZERO
          : rest;
    }

    BigDecimal free() {
      if (cancelled() || invoice.amount == null) {
        return paid;
      }
      return rest().compareTo(TOLERANCE.negate()) < 0 ? rest().negate() : BigDecimal.ZERO;
    }

    private BigDecimal rest() {
      return invoice.amount == null ? BigDecimal.ZERO : invoice.amount.subtract(paid);
    }
  }

  /**
   * An item and the deadline that counts of it.
   *
   * @param done when it was done; empty: it is not
   * @param left when it left the running without being done
   * @param last the last moment that is in time, where the deadline is one of the clock
   */
  record Deadline(
      NaiveItem item,
      long dueDay,
      Optional<Long> last,
      boolean moved,
      Optional<Long> done,
      Optional<Long> left) {
    boolean inTime(long moment) {
      return last.map(due -> moment <= due).orElse(day(moment) <= dueDay);
    }

    /** Whether it has passed before a moment. */
    boolean passed(long end) {
      return last.map(due -> due < end).orElse(day(end - 1) > dueDay);
    }

    double daysLate() {
      long moment = done.orElseThrow();
      return last.map(due -> Math.max(0, moment - due) / (double) DAY)
          .orElse((double) Math.max(0, day(moment) - dueDay));
    }
  }

  final long end;
  final Map<String, NaiveItem> items = new TreeMap<>();
  final List<Payment> payments = new ArrayList<>();
  final List<Account> accounts = new ArrayList<>();

  NaiveState(List<ChangeEvent> events, Instant moment) {
    this.end = moment.toEpochMilli();
    Set<String> seen = new HashSet<>();
    events.stream()
        .filter(event -> event.occurredAt().isBefore(moment))
        .sorted(
            Comparator.comparing(ChangeEvent::occurredAt)
                .thenComparing(event -> event.receivedAt())
                .thenComparingLong(ChangeEvent::seq)
                .thenComparing(ChangeEvent::eventId))
        .filter(event -> seen.add(event.eventId()))
        .forEach(
            event ->
                items
                    .computeIfAbsent(key(event.item()), id -> new NaiveItem(event.item()))
                    .walk(event));
    items.values().forEach(this::collect);
    of("invoice").forEach(this::countOnce);
    of("invoice").map(this::account).forEach(accounts::add);
  }

  /** The items of a type that were ever there. */
  Stream<NaiveItem> of(String type) {
    return items.values().stream().filter(item -> item.ref.type().equals(type) && item.everHere);
  }

  Stream<NaiveItem> hangingOn(NaiveItem parent, String type) {
    return items.values().stream()
        .filter(item -> item.ref.type().equals(type))
        .filter(item -> item.parent.filter(parent.ref::equals).isPresent());
  }

  /** The deadlines of {@code invoices}, {@code tasks} or {@code calls}. */
  List<Deadline> deadlines(String process) {
    Stream<Optional<Deadline>> found =
        switch (process) {
          case "invoices" ->
              accounts.stream()
                  .map(
                      account ->
                          deadline(
                              account.invoice,
                              account.paidAt,
                              account.outcome == 2 ? Optional.of(account.outcomeAt) : gone(account),
                              true));
          default ->
              of(process.equals("tasks") ? "task" : "call")
                  .map(
                      item ->
                          deadline(
                              item,
                              item.reached("Done"),
                              item.outcome == 2
                                  ? Optional.of(item.outcomeAt)
                                  : item.here ? Optional.empty() : Optional.of(item.last),
                              process.equals("tasks")));
        };
    return found.flatMap(Optional::stream).toList();
  }

  private static Optional<Long> gone(Account account) {
    return account.invoice.here ? Optional.empty() : Optional.of(account.invoice.last);
  }

  /** The deadline in force when it passed or when the item was done, whichever is earlier. */
  private static Optional<Deadline> deadline(
      NaiveItem item, Optional<Long> done, Optional<Long> left, boolean byDate) {
    List<NaiveItem.Due> dues = new ArrayList<>(changes(item.dues, byDate));
    boolean told = dues.stream().anyMatch(due -> due.moment().isPresent());
    if (item.ref.type().equals("invoice") && item.created.isPresent() && !told) {
      long issued = item.created.get();
      Instant due = LocalDate.ofEpochDay(day(issued) + 10).atStartOfDay(ZONE).toInstant();
      dues = List.of(new NaiveItem.Due(issued, Optional.of(due)));
    }
    boolean moved = dues.stream().filter(due -> due.moment().isPresent()).count() > 1;
    for (int i = 0; i < dues.size(); i++) {
      Optional<Instant> due = dues.get(i).moment();
      Optional<Deadline> deadline =
          due.map(
              moment ->
                  new Deadline(
                      item,
                      day(moment.toEpochMilli()),
                      byDate ? Optional.empty() : Optional.of(moment.toEpochMilli()),
                      moved,
                      done,
                      done.isPresent() ? Optional.empty() : left));
      boolean stands = i == dues.size() - 1;
      if (!stands) {
        long replaced = dues.get(i + 1).told();
        stands =
            done.filter(moment -> moment < replaced).isPresent()
                || deadline.filter(d -> !d.inTime(replaced)).isPresent();
      }
      if (stands) {
        return deadline;
      }
    }
    return Optional.empty();
  }

  private static List<NaiveItem.Due> changes(List<NaiveItem.Due> told, boolean byDate) {
    List<NaiveItem.Due> changes = new ArrayList<>();
    for (NaiveItem.Due due : told) {
      if (changes.isEmpty() || !of(changes.getLast(), byDate).equals(of(due, byDate))) {
        changes.add(due);
      }
    }
    return changes;
  }

  private static Optional<Long> of(NaiveItem.Due due, boolean byDate) {
    return due.moment().map(Instant::toEpochMilli).map(moment -> byDate ? day(moment) : moment);
  }

  private void collect(NaiveItem item) {
    for (ChangeEvent event : item.events) {
      if (event.kind() == Kind.PAID && event.amount().isPresent()) {
        NaiveItem invoice =
            Stream.concat(Stream.of(item.ref), item.parent.stream())
                .map(ref -> items.get(key(ref)))
                .filter(known -> known != null && known.ref.type().equals("invoice"))
                .filter(known -> known.everHere)
                .findFirst()
                .orElse(null);
        String currency = event.currency().orElse(invoice == null ? "CAD" : invoice.currency);
        payments.add(
            new Payment(
                item.ref,
                invoice != null && currency.equals(invoice.currency) ? invoice : null,
                moment(event),
                event.amount().get(),
                currency));
      }
    }
  }

  /**
   * Where both an invoice and payments of their own tell money, each telling counts what it adds.
   */
  private void countOnce(NaiveItem invoice) {
    List<Payment> told =
        payments.stream()
            .filter(payment -> payment.invoice == invoice)
            .sorted(
                Comparator.comparingLong(Payment::moment)
                    .thenComparing(payment -> payment.of.equals(invoice.ref)))
            .toList();
    long claims = told.stream().filter(payment -> payment.of.equals(invoice.ref)).count();
    if (claims == 0 || claims == told.size()) {
      return;
    }
    payments.removeAll(told);
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < told.size(); i++) {
      Payment last = told.get(i);
      BigDecimal apart = BigDecimal.ZERO;
      List<BigDecimal> bank = new ArrayList<>();
      List<BigDecimal> claimed = new ArrayList<>();
      for (Payment payment : told.subList(0, i + 1)) {
        if (payment.of.equals(invoice.ref)) {
          claimed.add(payment.sum);
        } else {
          bank.add(payment.sum);
          apart = apart.add(payment.sum);
        }
      }
      bank.removeIf(claimed::remove);
      BigDecimal rest = claimed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal least = rest.subtract(bank.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
      Optional<BigDecimal> amount = amountAt(invoice, last.moment);
      if (amount.isPresent()) {
        rest = rest.min(amount.get().subtract(apart).max(BigDecimal.ZERO)).max(least);
      }
      BigDecimal paid = apart.add(rest);
      payments.add(
          new Payment(last.of, invoice, last.moment, paid.subtract(before), last.currency));
      before = paid;
    }
  }

  private static Optional<BigDecimal> amountAt(NaiveItem invoice, long moment) {
    return invoice.events.stream()
        .filter(event -> event.kind() != Kind.PAID && moment(event) <= moment)
        .flatMap(event -> event.amount().stream())
        .reduce((earlier, later) -> later);
  }

  /** A change of what an invoice comes to, or a payment of it. */
  private record Line(long moment, boolean payment, BigDecimal sum) {}

  /** Walks an invoice's amounts and payments one by one; at one moment amounts come first. */
  private Account account(NaiveItem invoice) {
    List<Line> lines = new ArrayList<>();
    for (ChangeEvent event : invoice.events) {
      if (event.kind() != Kind.PAID) {
        event.amount().ifPresent(sum -> lines.add(new Line(moment(event), false, sum)));
      }
    }
    payments.stream()
        .filter(payment -> payment.invoice == invoice)
        .forEach(payment -> lines.add(new Line(payment.moment, true, payment.sum)));
    lines.sort(Comparator.comparingLong(Line::moment).thenComparing(Line::payment));
    BigDecimal paid = BigDecimal.ZERO;
    Optional<BigDecimal> amount = Optional.empty();
    Optional<Long> paidAt = Optional.empty();
    for (Line line : lines) {
      if (line.payment) {
        paid = paid.add(line.sum);
      } else {
        amount = Optional.of(line.sum);
      }
      BigDecimal least = paid.add(TOLERANCE);
      boolean settled = amount.filter(sum -> sum.compareTo(least) <= 0).isPresent();
      paidAt = settled ? paidAt.or(() -> Optional.of(line.moment)) : Optional.empty();
    }
    boolean byMoney =
        paidAt.isPresent() && (invoice.outcome == 0 || paidAt.get() >= invoice.outcomeAt);
    return new Account(
        invoice,
        paid,
        paidAt,
        byMoney ? 1 : invoice.outcome,
        byMoney ? paidAt.get() : invoice.outcomeAt);
  }

  private static long moment(ChangeEvent event) {
    return event.occurredAt().toEpochMilli();
  }

  static long day(long moment) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(moment), ZONE).toEpochDay();
  }

  private static String key(ItemRef ref) {
    return ref.type() + "/" + ref.id();
  }
}
